type DiffPiece = { kind: "same" | "gone" | "new"; text: string };

/** Words of the middle that are compared; what is longer counts as written anew. */
const COMPARED = 600;

/** Words, spaces and signs, so that together they are the text. */
const wordsIn = (text: string): string[] => text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];

/** What was taken out of a text and what was put in, word by word. */
export function wordDiff(before: string, after: string): DiffPiece[] {
  const [a, b] = [wordsIn(before), wordsIn(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  const rest = Math.min(a.length, b.length) - head;
  while (tail < rest && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return together([
    { kind: "same", text: a.slice(0, head).join("") },
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    { kind: "same", text: a.slice(a.length - tail).join("") },
  ]);
}

/** The longest common subsequence, by the textbook's table. */
function middle(a: string[], b: string[]): DiffPiece[] {
  const anew: DiffPiece[] = [
    { kind: "gone", text: a.join("") },
    { kind: "new", text: b.join("") },
  ];
  if (a.length > COMPARED || b.length > COMPARED) return anew;
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: DiffPiece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [gone = "", put = ""] = [a[i], b[j]];
    if (i < a.length && j < b.length && gone === put) {
      pieces.push({ kind: "same", text: gone });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: "gone", text: gone });
      i++;
    } else {
      pieces.push({ kind: "new", text: put });
      j++;
    }
  }
  return pieces;
}

/** Neighbours of one kind become one piece. */
function together(pieces: readonly DiffPiece[]): DiffPiece[] {
  const joined: DiffPiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === "") continue;
    if (last?.kind === piece.kind) last.text += piece.text;
    else joined.push({ ...piece });
  }
  return joined;
}

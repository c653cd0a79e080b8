type Piece = { text: string; at: number; marked: boolean };

/** A text in pieces: those that hold one of `words` are marked. The first place of each counts. */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const lower = text.toLowerCase();
  const spans = words
    .filter((word) => word.trim() !== "")
    .map((word) => ({ from: lower.indexOf(word.toLowerCase()), length: word.length }))
    .filter(({ from }) => from >= 0)
    .sort((a, b) => a.from - b.from || b.length - a.length);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, length } of spans) {
    if (from < at) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), at, marked: false });
    pieces.push({ text: text.slice(from, from + length), at: from, marked: true });
    at = from + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), at, marked: false });
  return pieces;
}

import type { Piece } from "./model";

/** Characters of a source shown around what was used. */
const AROUND = 400;

/**
 * A source cut at the sentences that a draft took from it. Together the pieces are the source,
 * letter for letter, but for what is far from every mark.
 *
 * @param used sentences as they stand in the draft
 * @returns no piece is marked where none of them stands in the source
 */
export function markUsed(source: string, used: readonly string[]): Piece[] {
  const marks = used
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => ({ from: source.indexOf(text), to: source.indexOf(text) + text.length }))
    .filter(({ from }) => from >= 0)
    .sort((one, other) => one.from - other.from);
  const first = marks[0]?.from ?? 0;
  const last = marks.reduce((end, { to }) => Math.max(end, to), 0);
  const begin = startOf(source, Math.max(0, first - AROUND));
  const end = endOf(source, Math.min(source.length, last + AROUND));
  const pieces: Piece[] = [];
  const put = (text: string, isUsed: boolean) => {
    if (text !== "") pieces.push({ text, used: isUsed });
  };
  let at = begin;
  for (const { from, to } of marks) {
    if (to <= at) continue;
    put(source.slice(at, from), false);
    put(source.slice(Math.max(at, from), to), true);
    at = to;
  }
  put(source.slice(at, end), false);
  if (begin > 0 && pieces[0]) pieces[0] = { ...pieces[0], text: `… ${pieces[0].text}` };
  const tail = pieces.at(-1);
  if (end < source.length && tail) pieces[pieces.length - 1] = { ...tail, text: `${tail.text} …` };
  return pieces;
}

/** The begin of a word, not its middle. */
function startOf(text: string, at: number): number {
  if (at === 0) return 0;
  const space = text.indexOf(" ", at);
  return space < 0 ? at : space + 1;
}

function endOf(text: string, at: number): number {
  if (at === text.length) return at;
  const space = text.lastIndexOf(" ", at);
  return space < 0 ? at : space;
}

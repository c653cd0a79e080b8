import type { Piece } from "./model";
import type { Term } from "./query";

/** Characters of a snippet, and how many of them before the first hit. */
const WINDOW = 180;
const LEAD = 48;

type Spot = { from: number; to: number };

/**
 * A text in pieces, with what was looked for marked. Words match whole, the half-typed last one at
 * its beginning, as the database matches them.
 */
export function marked(text: string, terms: readonly Term[]): Piece[] {
  return cut(text, spotsOf(text, terms));
}

/** A line of the text around its first hit, in pieces. */
export function snippetOf(text: string, terms: readonly Term[]): Piece[] {
  const line = text.replace(/\s+/gu, " ").trim();
  const first = patternOf(terms)?.exec(line)?.index ?? 0;
  const from = first <= LEAD ? 0 : wordStart(line, first - LEAD);
  const to = line.length <= from + WINDOW ? line.length : wordEnd(line, from + WINDOW);
  const shown = `${from > 0 ? "… " : ""}${line.slice(from, to)}${to < line.length ? " …" : ""}`;
  return marked(shown, terms);
}

/** The next beginning of a word at or after `at`, unless it is far away. */
function wordStart(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space < 0 || space > at + LEAD / 2 ? whole(text, at) : space + 1;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(" ", at);
  return space < at - LEAD ? whole(text, at) : space;
}

/** Not between the halves of one character. */
const whole = (text: string, at: number): number =>
  /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;

function spotsOf(text: string, terms: readonly Term[]): Spot[] {
  const pattern = patternOf(terms);
  if (!pattern) return [];
  return [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

function patternOf(terms: readonly Term[]): RegExp | null {
  const sought = terms
    .filter(({ not }) => !not)
    .map(({ text, prefix }) => {
      const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
      const body = words.join("[^\\p{L}\\p{N}]+");
      return words.length === 0 ? "" : `${body}${prefix ? "[\\p{L}\\p{N}]*" : ""}`;
    })
    .filter((body) => body !== "")
    .sort((a, b) => b.length - a.length);
  if (sought.length === 0) return null;
  // Only letters and digits of the box are left in it: nothing that a pattern could mean.
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sought.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

function cut(text: string, spots: readonly Spot[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of spots) {
    if (from > at) pieces.push({ text: text.slice(at, from), hit: false });
    pieces.push({ text: text.slice(from, to), hit: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}

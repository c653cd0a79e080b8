export type Piece = { text: string; url: string | null };

/** Only web addresses; linear time. */
const WEB = /https?:\/\/[^\s<>"'`]+/giu;
const TRAILING = /[.,;:!?)\]}»”’]+$/u;

/** Splits plain text into words and web addresses. Nothing is interpreted as markup. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WEB)) {
    const url = match[0].replace(TRAILING, "");
    if (!isWebAddress(url)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), url: null });
    pieces.push({ text: url, url });
    from = match.index + url.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), url: null });
  return pieces;
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  // An address with a name before the host shows one place and leads to another.
  return url !== null && url.username === "" && url.password === "" && url.hostname !== "";
}

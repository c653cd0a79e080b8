export type Piece = { text: string; url: string | null };

/** Only web addresses; linear time. */
const WEB = /https?:\/\/[^\s<>"'`]+/giu;
const CLOSERS = new Set(".,;:!?)]}»”’");
/** Characters; nothing longer is an address that a person would open. */
const MAX_URL = 2048;

/** Splits plain text into words and web addresses. Nothing is interpreted as markup. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(WEB)) {
    if (match[0].length > MAX_URL) continue;
    const url = withoutClosers(match[0]);
    if (!isWebAddress(url)) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), url: null });
    pieces.push({ text: url, url });
    from = match.index + url.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), url: null });
  return pieces;
}

function withoutClosers(url: string): string {
  let end = url.length;
  while (end > 0 && CLOSERS.has(url.charAt(end - 1))) end--;
  return url.slice(0, end);
}

function isWebAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  // An address with a name before the host shows one place and leads to another.
  return url !== null && url.username === "" && url.password === "" && url.hostname !== "";
}

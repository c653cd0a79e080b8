const SIGNATURE = /\n--[ \t]*\n[\s\S]*$/;
const QUOTED_REPLY =
  /\n[^\n]{0,20}\b(?:On|Am|Le|El)\b[^\n]{5,160}(?:wrote|schrieb|écrit|escribió)\s*:[\s\S]*$/;
const QUOTED_LINE = /^[ \t]*>.*$/gm;
const GREETING =
  /^\s*(?:hi|hello|hey|dear|hallo|guten tag|bonjour|hola|good (?:morning|afternoon|evening))(?: [\p{L}.]+){0,2}\s*[,!\n]+/iu;
const LINK = /\bhttps?:\/\/\S+|\bwww\.\S+/gi;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]+/g;
/** Five and more digits are somebody's number (order, phone, account); shorter ones carry meaning. */
const LONG_NUMBER = /\+?\d(?:[\d \-/]{3,}\d)|\d{5,}/g;
const WORD = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu;

/** Longest text read, in UTF-16 units: a pasted log must not make one prediction slow. */
const MAX_TEXT = 6000;

/**
 * The part of a message that says what the customer wants: without quoted mail, signature and
 * greeting, and with addresses, links and long numbers replaced, so that nothing personal is learned.
 *
 * @returns lower-case text; when nothing but a greeting was written, that greeting
 */
export function normaliseText(text: string): string {
  const whole = text.slice(0, MAX_TEXT).normalize("NFKC").replace(/\r\n?/g, "\n");
  const kept = whole
    .replace(QUOTED_REPLY, "")
    .replace(SIGNATURE, "")
    .replace(QUOTED_LINE, "")
    .replace(GREETING, "");
  return (kept.trim() === "" ? whole : kept)
    .replace(LINK, " linkhere ")
    .replace(EMAIL, " mailhere ")
    .replace(LONG_NUMBER, " numberhere ")
    .replace(/[’‘`]/g, "'")
    .toLowerCase()
    .trim();
}

/** Words of a normalised text in order; apostrophes inside words are dropped ("can't" = "cant"). */
export function splitWords(normalised: string): string[] {
  return (normalised.match(WORD) ?? []).map((word) => word.replaceAll("'", ""));
}

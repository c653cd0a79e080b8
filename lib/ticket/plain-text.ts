/** Longest text that detectors read, UTF-16 units: a pasted log must not make one job slow. */
export const READ_CHARACTERS = 20_000;

const WROTE = /^(?:on|am|le|el)\b.{5,160}\b(?:wrote|schrieb|écrit|escribió)\b.{0,80}:$/i;
const FORWARDED = /^-{2,}\s?(?:original message|forwarded message|ursprüngliche nachricht)\b/i;
const SIGNATURE = /^--\s?$/;
const GREETING =
  /^(?:hi|hii+|hello|hey|hai|hallo|dear|guten (?:tag|morgen|abend)|bonjour|hola|ciao|good (?:morning|afternoon|evening|day))(?: (?:there|all|team|everyone|support|sir|madam|sir or madam|[A-Z][\p{L}.'-]{0,30})){0,3}\s?[,!.:]?$/iu;
const CLOSING =
  /^(?:best|kind|warm|many)? ?(?:regards|wishes|cheers|sincerely|thanks|thank you|mit freundlichen grüßen|viele grüße|cordialement|saludos)[,!. ]{0,3}$/i;

/**
 * What a customer wrote for us to read: without quoted mail, signature, greeting and closing lines.
 *
 * @returns at most `READ_CHARACTERS`; the whole text when nothing else would be left
 */
export function plainText(text: string): string {
  const whole = text.slice(0, READ_CHARACTERS).replace(/\r\n?/g, "\n").replaceAll("’", "'");
  const kept: string[] = [];
  for (const line of whole.split("\n")) {
    const bare = line.trim();
    // A long line is text, never a marker; this also bounds the work of the patterns.
    const short = bare.length <= 300;
    if (short && (WROTE.test(bare) || FORWARDED.test(bare) || SIGNATURE.test(line))) break;
    if (bare.startsWith(">")) continue;
    if (short && (GREETING.test(bare) || (CLOSING.test(bare) && kept.length > 0))) continue;
    kept.push(line);
  }
  return kept.join("\n").trim() || whole.trim();
}

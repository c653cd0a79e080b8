import { PLACEHOLDERS } from "./model";

/** Who and what a reply was written to: stands in its template as a placeholder. */
export type Addressee = {
  /** The customer's name, as it is known. */
  name: string;
  email: string | null;
  account: string;
  /** The number that people say aloud. */
  ticket: number;
};

const GREETING =
  /^\s*(?:hi|hello|hey|dear|hallo|guten tag|bonjour|hola|good (?:morning|afternoon|evening))\b[^\n,!.:]{0,60}(?:[,!.:]|(?=\n)|$)\s*/iu;
const SIGN_OFF =
  /\n\s*(?:(?:best|kind|warm|with best|with kind)(?: regards| wishes)?|regards|cheers|thanks|thank you|many thanks|sincerely|yours|mit freundlichen grüßen|viele grüße|cordialement|saludos)[ ,.!]*(?:\n[^\n]{0,60}){0,4}\s*$/iu;
const LINK = /https?:\/\/[^\s<>"')\]]+|www\.[^\s<>"')\]]+/giu;
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]*\w/gu;
/** Amounts, dates, times, versions and plain numbers, with the sign or unit that is part of them. */
const NUMBER = /(?:[€$£#]\s?)?\d[\d.,:/-]*(?:\s?[€$£%])?/gu;
const PLACEHOLDER = new RegExp(`\\{(?:${PLACEHOLDERS.join("|")})\\}`, "g");
/** What may differ between two uses of one answer. */
const SLOT = new RegExp(
  `${PLACEHOLDER.source}|${LINK.source}|${EMAIL.source}|${NUMBER.source}`,
  "giu",
);

/**
 * A reply without what belongs to one person: greeting and sign-off are gone, the customer's name,
 * address, account and ticket are placeholders. Numbers and links stay, until another use of the
 * same answer shows that they differ (`agreeOn`).
 */
export function templateOf(reply: string, to: Addressee): string {
  let text = reply.replace(/\r\n?/g, "\n").trim();
  text = text.replace(GREETING, "");
  text = text.replace(SIGN_OFF, "").trim();
  if (to.email) text = replaceWord(text, to.email, "{email}");
  text = text.replace(new RegExp(`#${to.ticket}(?!\\d)`, "g"), "#{ticket}");
  for (const part of [to.name, ...to.name.split(/\s+/)]) {
    if (/^\p{L}[\p{L}\p{M}'’. -]{2,}$/u.test(part)) text = replaceWord(text, part, "{name}");
  }
  if (to.account.length >= 4) text = replaceWord(text, to.account, "{account}");
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

function replaceWord(text: string, word: string, by: string): string {
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`, "giu"), by);
}

/** The words of a template alone: the same for two uses of one answer. */
export function maskOf(template: string): string {
  return template
    .replace(SLOT, "{}")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}{}]+/gu, " ")
    .trim();
}

/** A template in which nothing stands that may differ between two uses. */
export const maskAll = (template: string): string => template.replace(SLOT, placeholderFor);

/**
 * The template that both uses of an answer agree on: where they differ, a placeholder stands.
 *
 * @returns null when they are not the same words
 */
export function agreeOn(one: string, other: string): string | null {
  if (maskOf(one) !== maskOf(other)) return null;
  const others = other.match(SLOT) ?? [];
  let at = 0;
  return one.replace(SLOT, (value) => {
    const second = others[at++] ?? "";
    return value.toLowerCase() === second.toLowerCase() ? value : placeholderFor(value);
  });
}

function placeholderFor(value: string): string {
  if (value.startsWith("{")) return value;
  if (/^(?:https?:|www\.)/i.test(value)) return "{link}";
  if (value.includes("@")) return "{address}";
  return /[€$£]/.test(value) ? "{amount}" : "{number}";
}

/** Names come from outside, and replies leave by themselves: no links, no lines, nothing long. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’&,.() -]{0,59}$/u;
const LINKED = /www\.|\.\p{L}{2,}/iu;

/** A template with what is known of the customer; `missing` names what nobody has filled in. */
export function fillTemplate(template: string, to: Addressee): { text: string; missing: string[] } {
  const [first] = to.name.trim().split(/\s+/);
  const known: Record<string, string | null> = {
    "{name}": first && PLAIN.test(first) && !LINKED.test(first) ? first : null,
    "{account}": PLAIN.test(to.account) && !LINKED.test(to.account) ? to.account : null,
    "{email}": to.email,
    "{ticket}": String(to.ticket),
  };
  const missing: string[] = [];
  const text = template.replace(PLACEHOLDER, (placeholder) => {
    const value = known[placeholder.toLowerCase()];
    if (value) return value;
    missing.push(placeholder.slice(1, -1));
    return placeholder;
  });
  return { text, missing: [...new Set(missing)] };
}

export type Piece = { text: string; key: string };

/** Sentences of a template as they stand, each with its masked words, and paragraphs kept apart. */
export function piecesOf(template: string, sentences: (text: string) => string[]): Piece[] {
  return template
    .split(/\n/)
    .flatMap((line) => sentences(line))
    .map((text) => ({ text, key: maskOf(text) }))
    .filter(({ key }) => key !== "");
}

/** Two answers are nearly the same when the sentences in both hold this share of either's words. */
const NEARLY = 0.7;

/**
 * What two answers that are nearly the same have in common: the sentences that stand in both, in
 * the order of the first. @returns null when they are different answers
 */
export function commonPart(one: readonly Piece[], other: readonly Piece[]): string[] | null {
  const there = new Map(other.map((piece) => [piece.key, piece]));
  const shared = one.filter(({ key }) => there.has(key));
  const words = (pieces: readonly { key: string }[]) =>
    pieces.reduce((sum, { key }) => sum + key.split(" ").length, 0);
  const common = words(shared);
  if (common < NEARLY * words(one) || common < NEARLY * words(other)) return null;
  return shared.map(({ text, key }) => agreeOn(text, there.get(key)?.text ?? "") ?? text);
}

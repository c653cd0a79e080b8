import { isIP } from "node:net";
import { BEFORE, PATTERN, passesLuhn } from "./hide-patterns";
import { PLACEHOLDER_KINDS, type PlaceholderKind } from "./model";
import type { Personal } from "./request";

/** What stands where for one request: nothing of it is kept or shared with another one. */
export type Mask = {
  /** The text with placeholders for what is personal. */
  hide(text: string): string;
  /** The same with the values back, in all strings of `value`. What the model invented stays. */
  show<T>(value: T): T;
  /** The same for a value that still grows: half a placeholder at an end is left out for now. */
  showPartial<T>(value: T): T;
};

/** Shorter words would be found in everything, characters. */
const SHORTEST = 3;
/** In scripts without spaces, or where endings are joined to a name, two are a whole name. */
const SHORTEST_SPACELESS = 2;
const SPACELESS =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}\u30fc々〆・\s]+$/u;

/** Hides nothing. */
export const NO_MASK: Mask = {
  hide: (text) => text,
  show: (value) => value,
  showPartial: (value) => value,
};

export function makeMask(personal: Personal | undefined): Mask {
  const byValue = new Map<string, string>();
  const byMark = new Map<string, string>();
  const numbers = new Map<PlaceholderKind, number>();
  const mark = (kind: PlaceholderKind, value: string): string => {
    const key = `${kind} ${value}`;
    const known = byValue.get(key);
    if (known) return known;
    const n = (numbers.get(kind) ?? 0) + 1;
    numbers.set(kind, n);
    const made = `[${kind}_${n}]`;
    byValue.set(key, made);
    byMark.set(made, value);
    return made;
  };
  const passes = [...knownPasses(personal), patternPass];
  const back = (text: string) => text.replace(MARK, (found) => byMark.get(found) ?? found);
  return {
    // Literal marks first, so that none of the text is taken for one of ours afterwards.
    hide: (text) =>
      passes
        .reduce(
          (pieces, pass) =>
            pieces.flatMap((piece) => (piece.done ? [piece] : pass(piece.text, mark))),
          [{ text, done: false }] as Piece[],
        )
        .map((piece) => piece.text)
        .join(""),
    show: (value) => inStrings(value, back),
    showPartial: (value) => inStrings(value, (text) => back(text.replace(HALF_MARK, ""))),
  };
}

type Piece = { text: string; done: boolean };
type MakeMark = (kind: PlaceholderKind, value: string) => string;
type Pass = (text: string, mark: MakeMark) => Piece[];

const MARK = new RegExp(`\\[(?:${PLACEHOLDER_KINDS.join("|")})_\\d{1,6}\\]`, "g");
const HALF_MARK = /\[[A-Z]{0,8}(?:_\d{0,6})?$/;

/** One expression over a text: what it finds is hidden and never looked at again. */
function passOf(
  expression: RegExp,
  kindOf: (match: RegExpExecArray) => PlaceholderKind | null,
): Pass {
  return (text, mark) => {
    const pieces: Piece[] = [];
    let at = 0;
    for (const match of text.matchAll(expression)) {
      const kind = kindOf(match);
      if (kind === null || match[0] === "") continue;
      pieces.push({ text: text.slice(at, match.index), done: false });
      pieces.push({ text: mark(kind, match[0]), done: true });
      at = match.index + match[0].length;
    }
    pieces.push({ text: text.slice(at), done: false });
    return pieces;
  };
}

/** Customers can write "[EMAIL_1]" too: it must not become somebody's address. */
const literalPass = passOf(MARK, () => "TEXT");

const patternPass = passOf(PATTERN, (match) => {
  const { email, iban, digits } = match.groups ?? {};
  if (email) return "EMAIL";
  if (iban) return "IBAN";
  return digits ? kindOfDigits(digits) : null;
});

/** Fewer digits are prices, years and versions. */
const NUMBER_FROM = 7;

function kindOfDigits(text: string): PlaceholderKind | null {
  const digits = text.replace(/\D/g, "");
  if (digits.length < NUMBER_FROM || isDay(text)) return null;
  if (isIP(text)) return "NUMBER";
  if (digits.length >= 13 && digits.length <= 19 && passesLuhn(digits)) return "CARD";
  return /^\d+$/.test(text) && digits.length > 12 ? "NUMBER" : "PHONE";
}

/** `2026-11-21`, `21.11.2026`, also with a time behind. */
const isDay = (text: string): boolean =>
  /^(?:(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d)(?: \d{1,2})?$/.test(
    text.trim(),
  );

function knownPasses(personal: Personal | undefined): Pass[] {
  const { names = [], emails = [], others = [] } = personal ?? {};
  const parts = names.flatMap((name) => [name, ...name.split(/[\s,]+/)]);
  return [
    literalPass,
    ...wordsPass(emails, "EMAIL", false),
    ...wordsPass(others, "OTHER", true),
    ...wordsPass(parts, "NAME", true),
  ];
}

/** @param whole not within a longer word, as Ann is in annual */
function wordsPass(words: readonly string[], kind: PlaceholderKind, whole: boolean): Pass[] {
  const bounds = (form: string, alone: boolean) =>
    alone ? `${BEFORE}${escaped(form)}(?![\\p{L}\\p{N}])` : escaped(form);
  const forms = new Map(
    words.filter(isLong).flatMap((word) => {
      const alone = whole && !SPACELESS.test(word);
      return formsOf(word).map((form): [string, boolean] => [form, alone]);
    }),
  );
  if (forms.size === 0) return [];
  const any = [...forms]
    .sort(([a], [b]) => b.length - a.length)
    .map(([form, alone]) => bounds(form, alone))
    .join("|");
  return [passOf(new RegExp(any, "giu"), () => kind)];
}

const isLong = (word: string): boolean =>
  word.trim().length >= (SPACELESS.test(word) ? SHORTEST_SPACELESS : SHORTEST);

/** As it stands in text, in JSON, in an address, and in both forms of Unicode. */
function formsOf(word: string): string[] {
  const plain = word.trim();
  return [plain, plain.normalize("NFC"), plain.normalize("NFD")].flatMap((form) => [
    form,
    inJson(form),
    inJson(form).replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    encodeURIComponent(form),
  ]);
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** Any white space, also as JSON writes it, may stand between the words of a name. */
const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&").replace(/\s+/g, "(?:\\s|\\\\[nrt]){1,4}");

function inStrings<T>(value: T, change: (text: string) => string): T {
  const walk = (at: unknown): unknown => {
    if (typeof at === "string") return change(at);
    if (Array.isArray(at)) return at.map(walk);
    if (at === null || typeof at !== "object") return at;
    return Object.fromEntries(Object.entries(at).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as T; // the same shape: only what strings say differs
}

import { plainDigits } from "./model-guards-numbers";

/** Marks that letters can be without: accents, and the points of Hebrew and Arabic. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\p{Cf}]/gu;

/** A text as it is compared: plain letters without accents, lower case, one space between words. */
export const folded = (text: string): string =>
  plainDigits(text)
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, " ");

/** Letters and digits alone: spaces and signs between them hide nothing. */
export const squashed = (text: string): string => folded(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, "");

export const wordsOf = (text: string): string[] => folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** Sentences, roughly; long ones are cut, so that one never stands for a whole article. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?。！？…]+(?=\s|$)|[。！？;；\n]+/u)
    .map((sentence) => sentence.trim())
    .filter(Boolean);

const ENCODED = /[A-Za-z0-9+/_-]{12,4000}={0,2}/g;
const HEX = /(?:[0-9a-f]{2}[\s:]?){6,2000}/gi;
/** Letters one by one, as in "M a r t a" or "M-a-r-t-a". */
const SPACED = /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}][\s.*_|-]){4,200}[\p{L}\p{N}](?![\p{L}\p{N}])/gu;

const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

/** What comes of decoding, without what is no sign; empty when nothing readable came of it. */
const readable = (bytes: Buffer): string[] => {
  const text = bytes.toString("utf8").replace(/[\p{Cc}\ufffd]+/gu, " ");
  return /[\p{L}\p{N}]{3}/u.test(text) ? [text] : [];
};

/** Of one kind, tokens that are decoded. */
const MOST = 20;

/** What a text says to whoever knows how to read it: plain, encoded, turned round, or spaced out. */
export function readings(text: string): string[] {
  const found = [text, rot13(text), [...text].reverse().join("")];
  for (const token of text.match(ENCODED)?.slice(0, MOST) ?? []) {
    found.push(...readable(Buffer.from(token, "base64")));
  }
  for (const token of text.match(HEX)?.slice(0, MOST) ?? []) {
    found.push(...readable(Buffer.from(token.replace(/[\s:]/g, ""), "hex")));
  }
  const joined = text.replace(SPACED, (run) => run.replace(/[.*_|-]/g, ""));
  const spaced = text.replace(SPACED, (run) => run.replace(/[\s.*_|-]/g, ""));
  if (spaced !== text) found.push(joined, spaced);
  if (/%[0-9a-f]{2}/i.test(text)) {
    found.push(
      text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
        Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
      ),
    );
  }
  return found;
}

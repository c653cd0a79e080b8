import { FRAMES } from "../resolve/model";
import { compareToDraft } from "./edit-distance";

/** Share of words in common from which two replies say the same. */
const SAME = 0.6;
/** Shorter words say little. */
const TELLING = 4;

/** The last line of every draft is no part of an answer. */
export function withoutFarewell(text: string): string {
  return Object.values(FRAMES).reduce((rest, { farewell }) => rest.replace(farewell, ""), text);
}

/**
 * Whether a draft that nobody has seen would have done: it is nearly what a person sent, or says the
 * same in other words, and names no number or link that they did not.
 */
export function nearEnough(draft: string, sent: string): boolean {
  const [one, other] = [withoutFarewell(draft), withoutFarewell(sent)];
  if (compareToDraft(one, other).accepted) return true;
  const named = tokens(other, NAMED);
  if ([...tokens(one, NAMED)].some((token) => !named.has(token))) return false;
  const [left, right] = [tokens(one, WORD), tokens(other, WORD)];
  const common = [...left].filter((word) => right.has(word)).length;
  const size = left.size + right.size;
  return size > 0 && (2 * common) / size >= SAME;
}

const NAMED = /https?:\/\/[^\s<>"')\]]+|\d[\d.,:/-]*\d|\d/gu;
const WORD = new RegExp(`\\p{L}{${TELLING},}`, "gu");

const tokens = (text: string, kind: RegExp): Set<string> =>
  new Set((text.toLowerCase().match(kind) ?? []).map((token) => token.replace(/[.,:/-]+$/, "")));

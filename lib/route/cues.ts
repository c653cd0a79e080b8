import type { Reason } from "../ticket/model";

/**
 * Words that speak for something. Patterns must run in linear time on any text: no nested
 * quantifiers, gaps bounded ({0,40}), and no unbounded `.*`.
 */
export type Cue = { says: string; weight: number; words: RegExp };

export type Finding = { says: string; weight: number; evidence: string };

/** Every cue that a text holds, with the words that it was found in. */
export function findCues(text: string, cues: readonly Cue[]): Finding[] {
  const found: Finding[] = [];
  const flat = text.replace(/\s+/g, " "); // mail wraps its lines
  for (const { says, weight, words } of cues) {
    const match = words.exec(flat);
    const evidence = match && wholeWords(flat, match.index, match.index + match[0].length);
    if (evidence) found.push({ says, weight, evidence });
  }
  return found;
}

/** Longest quotation, characters. */
const QUOTE = 120;

/** A quotation for people: a pattern with a bounded gap may begin in the middle of a word. */
function wholeWords(text: string, from: number, to: number): string {
  const cut = from > 0 && /\w/.test(text.charAt(from - 1)) && /\w/.test(text.charAt(from));
  const start = cut ? Math.max(text.lastIndexOf(" ", from) + 1, from - QUOTE) : from;
  return text.slice(start, to).trim().slice(0, QUOTE);
}

/** Combined strength of independent hints, 0..1: none is 0, each adds a share of what is left. */
export function strength(found: readonly Finding[]): number {
  return 1 - found.reduce((doubt, { weight }) => doubt * (1 - weight), 1);
}

/** One reason for each thing that was found, with all its words. */
export function asReasons(found: readonly Finding[]): Reason[] {
  const reasons = new Map<string, Set<string>>();
  for (const { says, evidence } of found) {
    reasons.set(says, (reasons.get(says) ?? new Set()).add(evidence));
  }
  return [...reasons].map(([text, evidence]) => ({ text, evidence: [...evidence] }));
}

import { PRIORITIES, type Priority, type Reason, type ScoredIntent } from "../ticket/model";
import type { LearnedGuess, LearnedLabel } from "./model";

/** Confidence from which a learned label decides where the words say nothing. */
const ALONE_AT = 0.5;
/** The same against the words, and for a team, which no words name. */
const DECIDES_AT = 0.6;
/** Priority follows from more than the words: it takes more to set it. */
const PRIORITY = { at: 0.8, examples: 5 };

/** What the words say: no label, or one with the strength of the evidence, 0..1. */
type Said = { label: string | null; strength: number };

/**
 * True when what people called such requests counts more than their words. Against the words it has
 * to be surer than they are, but not where people have corrected just these words.
 */
export function outweighs(guess: LearnedGuess | undefined, said: Said): guess is LearnedGuess {
  if (!guess || guess.novel || guess.label === said.label) return false;
  if (said.label === null) return guess.confidence >= ALONE_AT;
  const strength = guess.against.includes(said.label) ? 0 : said.strength;
  return guess.confidence >= Math.max(DECIDES_AT, strength);
}

type Intents = { intents: ScoredIntent[]; primary: string | null };

/**
 * Joins what was learned to the intents that the words name. The primary one that it outweighs goes;
 * others stay beside it.
 */
export function weighIntent(
  said: Intents,
  guess: LearnedGuess | undefined,
): Intents & { decided: LearnedGuess | null } {
  const strength = said.intents.find(({ intent }) => intent === said.primary)?.score ?? 0;
  if (!outweighs(guess, { label: said.primary, strength })) return { ...said, decided: null };
  const others = said.intents.filter(
    ({ intent }) =>
      intent !== guess.label && intent !== said.primary && !guess.against.includes(intent),
  );
  const first = { intent: guess.label, score: cut(guess.confidence) };
  return { intents: [first, ...others], primary: guess.label, decided: guess };
}

/** Sets a scored priority; what the words call urgent (outage, data loss, security) stays. */
export function weighPriority(
  scored: Priority,
  guess: LearnedGuess | undefined,
): { priority: Priority; decided: LearnedGuess | null } {
  const sure =
    guess && !guess.novel && guess.confidence >= PRIORITY.at && guess.examples >= PRIORITY.examples;
  const known = PRIORITIES.find((name) => name === guess?.label);
  if (!sure || !known || known === scored || scored === "urgent") {
    return { priority: scored, decided: null };
  }
  return { priority: known, decided: guess };
}

/** True when a team that people gave such requests to may take this one, as no rule names one. */
export const namesTeam = (guess: LearnedGuess | undefined): guess is LearnedGuess =>
  outweighs(guess, { label: null, strength: 0 }) && guess.confidence >= DECIDES_AT;

/** "people filed such requests under onboarding: #12, #31 (0.83)". */
export function learnedReason(said: string, { tickets, confidence }: LearnedGuess): Reason {
  const named = tickets.map((number) => `#${number}`).join(", ");
  return { text: `${said}${named && `: ${named}`} (${cut(confidence).toFixed(2)})`, evidence: [] };
}

export const learnedLabel = (
  space: LearnedLabel["space"],
  { label, confidence, examples }: LearnedGuess,
): LearnedLabel => ({ space, label, confidence, examples });

/** Two decimals, cut. */
const cut = (value: number) => Math.floor(value * 100) / 100;

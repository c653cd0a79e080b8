import type { Reason, ScoredIntent } from "../ticket/model";
import { asReasons, type Finding, findCues, strength } from "./cues";
import { GERMAN_INTENTS } from "./german-intents";
import { INTENT_CUES } from "./intent-cues";
import { INTENT_THRESHOLD, INTENTS, type Intent } from "./model";

const cuesOf = (intent: Intent) => [...INTENT_CUES[intent], ...(GERMAN_INTENTS[intent] ?? [])];
const CUES = Object.fromEntries(INTENTS.map((intent) => [intent, cuesOf(intent)])) as Record<
  Intent,
  ReturnType<typeof cuesOf>
>; // one entry for each of INTENTS

export type Classified = {
  /** Above the threshold, most certain first; scores 0..1. */
  intents: ScoredIntent[];
  /** No known intent: a kind that nobody has described yet. */
  novel: boolean;
  reasons: Reason[];
};

/**
 * Finds what a customer wants from the words they use. Keyword evidence only: what was
 * learned joins it in `analyse`.
 *
 * @param text plain text of the customer, no longer than `READ_CHARACTERS`
 */
export function classify(text: string): Classified {
  const found = new Map<Intent, Finding[]>();
  for (const intent of INTENTS) {
    const cues = findCues(text, CUES[intent]);
    if (strength(cues) >= INTENT_THRESHOLD) found.set(intent, cues);
  }
  dropImplied(found);
  const intents = [...found]
    .map(([intent, cues]) => ({ intent, score: cut(strength(cues)) }))
    .sort((a, b) => b.score - a.score);
  const reasons = [...found].flatMap(([intent, cues]) =>
    asReasons(cues).map(({ text: says, evidence }) => ({
      text: `${intent.replaceAll("_", " ")}: ${says}`,
      evidence,
    })),
  );
  return { intents, novel: intents.length === 0, reasons };
}

/** Intents that another one contains: "why did my payment fail?" is not a how-to question. */
function dropImplied(found: Map<Intent, Finding[]>): void {
  const score = (intent: Intent) => strength(found.get(intent) ?? []);
  const problem = Math.max(...INTENTS.slice(0, 4).map(score));
  // Problems are told as questions, too; a how-to word beside a strong problem adds nothing.
  if (problem >= 0.6) found.delete("usage_help");
  // "Could you add …?" and "is there an option to …" are questions only in form.
  if (score("feature_request") >= 0.75) found.delete("usage_help");
  // Money that failed to move is one problem, not a bug and a bill: the same words say both.
  if (score("billing_problem") >= 0.65 && sameWords(found)) found.delete("bug_report");
  // A plain "invoice" or "VAT" in a how-to question names the topic, not a problem.
  if (score("billing_problem") < 0.6 && score("usage_help") >= 0.6) found.delete("billing_problem");
  if (score("billing_problem") < 0.6 && score("bug_report") >= 0.6) found.delete("billing_problem");
  if (score("feature_request") < 0.75 && problem >= 0.6) found.delete("feature_request");
}

/** True when each hint at a bug shares words with one at a billing problem. */
function sameWords(found: ReadonlyMap<Intent, readonly Finding[]>): boolean {
  const wordsOf = ({ evidence }: Finding) => evidence.toLowerCase().match(/\p{L}+/gu) ?? [];
  const money = new Set((found.get("billing_problem") ?? []).flatMap(wordsOf));
  return (found.get("bug_report") ?? []).every((cue) => wordsOf(cue).some((w) => money.has(w)));
}

/** Two decimals, cut. */
const cut = (value: number) => Math.floor(value * 100) / 100;

import type { Reason, ScoredIntent } from "../ticket/model";
import { INTENT_THRESHOLD, type SecondOpinion } from "./model";

/** How much a model's word on the mood weighs beside the words that show it. */
const MOOD = { beside: 0.4, alone: 0.5 } as const;

type Found = { intents: ScoredIntent[]; primary: string | null; reasons: Reason[] };

/**
 * Joins what a model reads in a message to what was found. It names a kind only where neither words
 * nor people have; elsewhere it is a reason more, or one that says otherwise.
 */
export function weighOpinion<T extends Found>(
  found: T,
  second: SecondOpinion | null | undefined,
): T {
  if (!second || "failed" in second) return found;
  const [read] = second.intents;
  if (!read) return found;
  const name = read.replaceAll("_", " ");
  const say = (text: string): Reason[] => [...found.reasons, { text, evidence: [] }];
  if (found.primary === null && found.intents.length === 0) {
    const reasons = say(`${second.model} reads it as ${name}; the words name no kind`);
    return {
      ...found,
      intents: [{ intent: read, score: INTENT_THRESHOLD }],
      primary: read,
      reasons,
    };
  }
  const agrees = found.intents.some(({ intent }) => second.intents.includes(intent));
  const reasons = say(
    agrees
      ? `${second.model} reads it so, too`
      : `${second.model} reads it as ${name}; the words count more`,
  );
  return { ...found, reasons };
}

/** How the customer feels, by the words and by a model. -1..1, two decimals. */
export function weighMood(
  byWords: { score: number; reasons: Reason[] },
  second: SecondOpinion | null | undefined,
): { score: number; reasons: Reason[] } {
  if (!second || "failed" in second || second.sentiment === 0) return byWords;
  const { sentiment } = second;
  const mixed =
    byWords.score === 0
      ? MOOD.alone * sentiment
      : (1 - MOOD.beside) * byWords.score + MOOD.beside * sentiment;
  const text = `${second.model} reads the mood as ${sentiment.toFixed(1)}`;
  const score = Math.round(mixed * 100) / 100 + 0; // + 0: no −0
  return { score, reasons: [...byWords.reasons, { text, evidence: [] }] };
}

import type { KnowledgeMatch } from "../knowledge/model";
import type { ScoredIntent } from "../ticket/model";
import { cut } from "./decide";
import { CAPS, type ConfidencePart } from "./model";

/** What a confidence is made from. */
export type EvidenceInput = {
  match: KnowledgeMatch;
  intents: readonly ScoredIntent[];
  category: string;
  sentiment: number;
  /** Sentences left out because the customer has tried what they say. */
  leftOut: number;
  hasDraft: boolean;
  /** Times that this answer was accepted, and outcomes of this desk in all. */
  experience: { uses: number; outcomes: number };
  /** An admin has lifted the caps, knowingly. */
  capsLifted: boolean;
};

export type Scored = {
  confidence: number;
  parts: ConfidencePart[];
  model: string;
  modelVersion: string;
};

/** The seam where the learned predictor takes over from the prior. */
export type Evidence = (input: EvidenceInput) => Scored;

/**
 * Weights of a logistic model, set on the demo desk's questions (answered by their first article or
 * not) and on 3,080 questions to a bank, which its articles do not answer. Shares in 0..1.
 */
const WEIGHTS = {
  base: -3.1,
  coverage: -1,
  passage: 2.3,
  title: 2.8,
  lead: 2.6,
  held: 4,
  unknown: -5,
  sameCategory: 0.2,
  otherCategory: -0.3,
  wish: -0.8,
  noIntent: -0.4,
  upset: 1,
  leftOut: -0.6,
} as const;

/** Words in common from which more add nothing, and below which nobody can be sure. */
const HELD_FULL = 8;
const HELD_LEAST = 4;
/** The largest doubles below the bands that the caps name, as far as anyone can see. */
const BELOW = 1e-6;

/** What may be believed of a draft before the desk has learned anything. */
export const priorEvidence: Evidence = (input) => {
  const [best, second] = input.match.articles;
  const identity = { model: "deskhand-prior", modelVersion: "1" };
  if (!best || !input.hasDraft) {
    const words = best ? "There is nothing left to say." : "No article shares a word with it.";
    return { confidence: 0, parts: [{ name: "match", value: 0, words }], ...identity };
  }
  const lead = 1 - (second?.score ?? 0) / best.score;
  const held = Math.min(best.heldWords, HELD_FULL) / HELD_FULL;
  const { logit, parts } = context(input, best.category);
  const sum =
    WEIGHTS.base +
    WEIGHTS.coverage * best.coverage +
    WEIGHTS.passage * best.passageCoverage +
    WEIGHTS.title * best.titleMatch +
    WEIGHTS.lead * lead +
    WEIGHTS.held * held +
    WEIGHTS.unknown * input.match.unknownShare +
    logit;
  const raw = 1 / (1 + Math.exp(-sum));
  const { confidence, capped } = cap(raw, best.heldWords, input);
  return {
    confidence,
    parts: [
      {
        name: "match",
        value: best.score,
        words: `Best article match ${cut(best.score)}: ${best.title}`,
      },
      {
        name: "coverage",
        value: best.coverage,
        words: `It holds ${best.heldWords} of the question's ${input.match.words.length} words`,
      },
      {
        name: "title",
        value: best.titleMatch,
        words: `Its title fits the question to ${cut(best.titleMatch)}`,
      },
      {
        name: "lead",
        value: lead,
        words: second
          ? `It is ahead of "${second.title}" by ${cut(lead)}`
          : "No other article fits",
      },
      {
        name: "unknown",
        value: input.match.unknownShare,
        words: `${cut(input.match.unknownShare)} of the question's words occur in no article`,
      },
      ...parts,
      { name: "uncapped", value: raw, words: `${cut(raw)} before the caps` },
      ...capped,
    ],
    ...identity,
  };
};

/** What account, tone and history of the thread add or take. */
function context(input: EvidenceInput, category: string | null) {
  const parts: ConfidencePart[] = [];
  let logit = 0;
  const add = (name: string, value: number, words: string) => {
    logit += value;
    parts.push({ name, value, words });
  };
  if (category === input.category)
    add("category", WEIGHTS.sameCategory, `Article and request are both about ${category}`);
  else if (category)
    add(
      "category",
      WEIGHTS.otherCategory,
      `The article is about ${category}, the request about ${input.category}`,
    );
  const [intent] = input.intents;
  if (!intent) add("intent", WEIGHTS.noIntent, "The request is of no known kind");
  else if (intent.intent === "feature_request")
    add("intent", WEIGHTS.wish, "It is a wish; articles tell what is there");
  if (input.sentiment < 0)
    add("tone", WEIGHTS.upset * input.sentiment, `The customer is upset (${input.sentiment})`);
  if (input.leftOut > 0)
    add(
      "tried",
      WEIGHTS.leftOut * input.leftOut,
      `${input.leftOut} sentence(s) left out: tried already`,
    );
  return { logit, parts };
}

/** Nothing is claimed beyond what this desk has seen; caps are named where they bite. */
function cap(raw: number, heldWords: number, { experience, capsLifted }: EvidenceInput) {
  const capped: ConfidencePart[] = [];
  let confidence = raw;
  const limit = (below: number, words: string) => {
    if (confidence < below) return;
    confidence = below - BELOW;
    capped.push({ name: "cap", value: below, words: `Kept under ${below.toFixed(2)}: ${words}` });
  };
  if (heldWords < HELD_LEAST) {
    limit(CAPS.answerBelow, `only ${heldWords} word(s) in common with the article`);
  }
  if (capsLifted) return { confidence, capped };
  if (experience.outcomes < CAPS.deskOutcomes) {
    limit(
      CAPS.deskBelow,
      `${experience.outcomes} of ${CAPS.deskOutcomes} outcomes on this desk so far`,
    );
  }
  if (experience.uses < CAPS.answerUses) {
    limit(
      CAPS.answerBelow,
      `this answer was accepted ${experience.uses} of ${CAPS.answerUses} times so far`,
    );
  }
  return { confidence, capped };
}

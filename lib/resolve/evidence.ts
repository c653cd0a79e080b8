import type { KnowledgeMatch } from "../knowledge/model";
import type { ScoredIntent } from "../ticket/model";
import { cut } from "./decide";
import { CAPS, type ConfidencePart } from "./model";
import type { Learned, ReadyAnswer } from "./recall";
import { articleLogit, leadOf, learnedWeight, sigmoid } from "./weigh";

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
  /** What the desk has learned; null while it has learned nothing. */
  learned?: Learned | null;
  /** The past answer that the draft is, when it is one. */
  answer?: ReadyAnswer | null;
};

export type Scored = {
  confidence: number;
  /** Why it must not be sent without a person, whatever the confidence; in plain words. */
  blocks: string[];
  parts: ConfidencePart[];
  model: string;
  modelVersion: string;
};

/** How drafts are scored; tests pass their own. */
export type Evidence = (input: EvidenceInput) => Scored;

/** What context adds to the log-odds of an article or answer. */
const WEIGHTS = {
  sameCategory: 0.2,
  otherCategory: -0.3,
  wish: -0.8,
  noIntent: -0.4,
  upset: 1,
  leftOut: -0.6,
} as const;

/** Words in common below which nobody can be sure by words alone. */
const HELD_LEAST = 4;
/** Weight of learning from which words in common no longer limit. */
const LEARNED_ENOUGH = 0.5;
/** The largest doubles below the bands that the caps name, as far as anyone can see. */
const BELOW = 1e-6;

/** What may be believed of a draft before the desk has learned anything. */
export const priorEvidence: Evidence = (input) => {
  const [best, second] = input.match.articles;
  const identity = { model: "deskhand-prior", modelVersion: "1" };
  if (!best || !input.hasDraft) {
    const words = best ? "There is nothing left to say." : "No article shares a word with it.";
    const parts = [{ name: "match", value: 0, words }];
    return { confidence: 0, blocks: [], parts, ...identity };
  }
  const lead = leadOf(input.match.articles);
  const { logit, parts } = context(input, best.category);
  const raw = sigmoid(articleLogit(input.match) + logit);
  const { confidence, capped } = cap(raw, best.heldWords, input);
  return {
    confidence,
    blocks: [],
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

/** What may be believed of a draft: by words alone, and more and more by what was learned. */
export const deskEvidence: Evidence = (input) => {
  const { learned, answer, hasDraft } = input;
  if (!learned) return priorEvidence(input);
  const identity = { model: "deskhand-desk", modelVersion: learned.version };
  const { prediction } = learned;
  if (!hasDraft) {
    const words = "There is nothing left to say.";
    const parts = [{ name: "match", value: 0, words }];
    return { confidence: 0, blocks: [], parts, ...identity };
  }
  const [best] = input.match.articles;
  const { logit, parts } = context(input, answer ? null : (best?.category ?? null));
  const weight = learnedWeight(prediction.parts.outcomes);
  const raw = sigmoid(learned.mixed + (1 - weight) * logit);
  const held = Math.max(learned.past?.held ?? 0, answer ? 0 : (best?.heldWords ?? 0));
  const { confidence, capped } = cap(raw, weight < LEARNED_ENOUGH ? held : HELD_LEAST, input);
  return {
    confidence,
    blocks: blocksOf(learned, answer ?? null),
    parts: [
      ...learnedParts(learned, input, weight),
      ...parts,
      { name: "uncapped", value: raw, words: `${cut(raw)} before the caps` },
      ...capped,
    ],
    ...identity,
  };
};

function blocksOf({ prediction }: Learned, answer: ReadyAnswer | null): string[] {
  const blocks: string[] = [];
  if (prediction.novel) {
    blocks.push(`it is unlike anything seen (${cut(prediction.novelty)} novel)`);
  }
  const missing = answer?.missing.map((name) => `{${name}}`) ?? [];
  if (missing.length > 0) blocks.push(`only a person can fill in ${missing.join(", ")}`);
  return blocks;
}

/** The evidence in plain words: whose answers, how near, how sure the predictor is and why. */
function learnedParts(learned: Learned, input: EvidenceInput, weight: number): ConfidencePart[] {
  const { prediction, past, tickets, words } = learned;
  const { parts, candidates } = prediction;
  const chosen = candidates.find(({ answer }) => answer === learned.subject);
  const first = candidates[0]?.answer === learned.subject;
  const margin = parts.rank - parts.runnerUp;
  const title = input.answer
    ? "an answer that people sent"
    : (input.match.articles[0]?.title ?? "");
  const numbers = tickets.map((number) => `#${number}`).join(", ");
  const rows: (ConfidencePart | false)[] = [
    {
      name: "answer",
      value: tickets.length,
      words: numbers ? `Drafted from ${title}, given in ${numbers}` : `Drafted from ${title}`,
    },
    past !== null && {
      name: "coverage",
      value: past.coverage,
      words: `Questions answered so hold ${past.held} of this one's ${input.match.words.length} words`,
    },
    {
      name: "similarity",
      value: chosen?.evidence[0]?.similarity ?? 0,
      words: `The nearest learned ticket is like it to ${cut(chosen?.evidence[0]?.similarity ?? 0)}`,
    },
    first && {
      name: "margin",
      value: margin,
      words: `It is ahead of the next answer by ${cut(Math.max(0, margin))}`,
    },
    first && {
      name: "agreement",
      value: parts.agreement,
      words: `${cut(parts.agreement)} of the predictors agree on it`,
    },
    first && {
      name: "history",
      value: parts.history,
      words: `Proposed before, it was right in ${cut(parts.history)} of the cases`,
    },
    {
      name: "novelty",
      value: prediction.novelty,
      words: `${cut(prediction.novelty)} likely to be of a kind never seen`,
    },
    {
      name: "words",
      value: sigmoid(words),
      words: `${cut(sigmoid(words))} by words and likeness alone`,
    },
    {
      name: "learned",
      value: weight,
      words: `What was learned from ${parts.outcomes} outcomes weighs ${cut(weight)}`,
    },
  ];
  return rows.filter((row) => row !== false);
}

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

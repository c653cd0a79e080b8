import { cut } from "./decide";
import type { Evidence, EvidenceInput } from "./evidence-input";
import { CAPS, type ConfidencePart } from "./model";
import type { Learned, ReadyAnswer } from "./recall";
import { calibrate } from "./trust";
import type { Trust } from "./trusted";
import { articleLogit, leadOf, learnedWeight, sigmoid } from "./weigh";

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
export const HELD_LEAST = 4;
/** Weight of learning from which words in common no longer limit. */
const LEARNED_ENOUGH = 0.5;
/** The largest doubles below the bands that the caps name, as far as anyone can see. */
const BELOW = 1e-6;

/** What may be believed of a draft before the desk has learned anything. */
export const priorEvidence: Evidence = (input) => {
  const [best, second] = input.match.articles;
  const { trust } = input;
  const experienced = trust !== undefined && trust.calibration.outcomes > 0;
  const identity = { model: "deskhand-prior", modelVersion: experienced ? trust.version : "1" };
  if (!best || !input.hasDraft) {
    const words = best ? "There is nothing left to say." : "No article shares a word with it.";
    const parts = [{ name: "match", value: 0, words }];
    return { confidence: 0, blocks: [], parts, ...identity };
  }
  const lead = leadOf(input.match.articles);
  const { logit, parts } = context(input, best.category);
  const byWords = articleLogit(input.match);
  const judged = calibrate(input, {
    logOdds: byWords + logit,
    words: byWords,
    weight: 0,
    heldWords: best.heldWords,
  });
  const { confidence, capped } = cap(judged.confidence, best.heldWords, input);
  return {
    confidence,
    row: judged.row,
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
      ...judged.parts,
      beforeCaps(judged.confidence),
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
  const held = Math.max(learned.past?.held ?? 0, answer ? 0 : (best?.heldWords ?? 0));
  const logOdds = learned.mixed + (1 - weight) * logit;
  const judged = calibrate(input, { logOdds, words: learned.words, weight, heldWords: held });
  const { confidence, capped } = cap(
    judged.confidence,
    weight < LEARNED_ENOUGH ? held : HELD_LEAST,
    input,
  );
  return {
    confidence,
    row: judged.row,
    blocks: doubtsOf(learned, answer ?? null, input.trust),
    parts: [
      ...learnedParts(learned, input, weight),
      ...parts,
      ...judged.parts,
      beforeCaps(judged.confidence),
      ...capped,
    ],
    ...identity,
  };
};

export const beforeCaps = (value: number): ConfidencePart => ({
  name: "uncapped",
  value,
  words: `${cut(value)} before the caps`,
});

/** What the evidence itself says against sending; in plain words. */
export function doubtsOf(
  { prediction }: Learned,
  answer: ReadyAnswer | null,
  trust?: Trust,
): string[] {
  const blocks: string[] = [];
  if (trust?.codeHeld) {
    blocks.push("the program was updated and gets more corrected tickets wrong than before");
  }
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
export function cap(
  raw: number,
  heldWords: number,
  { experience, capsLifted }: Pick<EvidenceInput, "experience" | "capsLifted">,
) {
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

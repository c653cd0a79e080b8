import { type DraftFacts, judgedRow } from "../predictor";
import { cut } from "./decide";
import type { EvidenceInput } from "./evidence-input";
import type { ConfidencePart } from "./model";
import { sigmoid } from "./weigh";

type Judged = {
  /** 0..1, before any cap. */
  confidence: number;
  /** What it was made from, to learn from once it is known how it ended; null: no numbers. */
  row: number[] | null;
  parts: ConfidencePart[];
};

/** What the weights made of the evidence, before experience corrects it. */
type Weighed = Pick<DraftFacts, "logOdds" | "words" | "weight" | "heldWords">;

/**
 * Corrects a confidence by how drafts like it have ended on this desk. Without any outcome it stays
 * what the weights make of it, to the last digit.
 */
export function calibrate(input: EvidenceInput, weighed: Weighed): Judged {
  const raw = sigmoid(weighed.logOdds);
  const facts = factsOf(input, weighed);
  const row = judgedRow(facts);
  const { trust } = input;
  if (!trust || trust.calibration.outcomes === 0) return { confidence: raw, row, parts: [] };
  const { outcomes } = trust.calibration;
  const confidence = trust.calibration.confidence(facts);
  const words = `${cut(confidence)} after what ${outcomes} ${outcomes === 1 ? "outcome" : "outcomes"} taught, ${cut(raw)} before`;
  return { confidence, row, parts: [{ name: "calibrated", value: confidence, words }] };
}

function factsOf(input: EvidenceInput, weighed: Weighed): DraftFacts {
  const { learned, answer, match, intents } = input;
  const prediction = learned?.prediction;
  const first = prediction?.candidates[0]?.answer === learned?.subject;
  const parts = first ? prediction?.parts : undefined;
  const category = answer ? null : (match.articles[0]?.category ?? null);
  return {
    ...weighed,
    learned: learned?.share ?? null,
    novelty: prediction?.novelty ?? 0,
    margin: parts ? parts.rank - parts.runnerUp : 0,
    agreement: parts?.agreement ?? 0,
    history: parts?.history ?? 0,
    uses: input.experience.uses,
    sentiment: input.sentiment,
    leftOut: input.leftOut,
    sameCategory: category === null ? null : category === input.category,
    noIntent: intents.length === 0,
    wish: intents[0]?.intent === "feature_request",
    support: input.support ?? 1,
    pastAnswer: answer != null,
    unknownWords: match.unknownShare,
  };
}

import { cut } from "./decide";
import { beforeCaps, cap, doubtsOf, HELD_LEAST } from "./evidence";
import type { EvidenceInput, Scored } from "./evidence-input";
import type { ConfidencePart } from "./model";
import { fitted, type Outcome, probability } from "./model-fit";
import type { Read } from "./model-read";

/** What is known of a model's draft before anybody has read it. The model's own word is none of it. */
export type DraftEvidence = {
  support: Read["support"];
  /** How far further samples say the same, 0..1; null: none was asked for. */
  agreement: number | null;
  /** Whether the desk's own core rests on the same; null where it has nothing to say. */
  sameAsLocal: boolean | null;
  /** What the desk's own core believes of its draft, 0..1. */
  local: number;
  /** How likely the question is of a kind never seen, 0..1; 0 where nothing was learned. */
  novelty: number;
  /** Things that the model said it does not know. */
  unknown: number;
  asksBack: boolean;
  leftOut: number;
  /** -1 (upset) to 1. */
  sentiment: number;
  /** It looked something up. */
  lookedUp: boolean;
};

type Judging = Pick<EvidenceInput, "learned" | "trust" | "experience" | "capsLifted"> & {
  model: string;
  promptVersion: string;
  /** How drafts of this model and prompt have ended, newest first. */
  history: readonly Outcome[];
};

/** Outcomes of a model and prompt before its drafts may leave without a person. */
export const CAUTION = { outcomes: 20, below: 0.6 } as const;
const BELOW = 1e-6;
const MANY = 5;

/** Weights before any outcome, in the order of `rowOf`. */
const START: readonly number[] = [-1.2, 1.5, 0.8, 1.2, 0, 0.8, 1, -1, -2, -0.7, -0.5, 0.6, -1.5, 0];

/** What the draft is judged by; numbers within about -2..2. A change of it is a new prompt version. */
export function rowOf(evidence: DraftEvidence): number[] {
  const { support, agreement, sameAsLocal, local } = evidence;
  const inside = Math.min(0.99, Math.max(0.01, local));
  return [
    1,
    support.share,
    support.claims === 0 ? 0 : support.least,
    agreement === null ? 0 : agreement - 0.5,
    agreement === null ? 0 : 1,
    sameAsLocal === null ? 0 : sameAsLocal ? 1 : -1,
    Math.log(inside / (1 - inside)) / 4,
    evidence.novelty,
    Math.min(MANY, evidence.unknown) / MANY,
    evidence.asksBack ? 1 : 0,
    Math.min(MANY, evidence.leftOut) / MANY,
    Math.min(0, evidence.sentiment),
    support.claims === 0 ? 0 : support.unchecked / support.claims,
    evidence.lookedUp ? 1 : 0,
  ];
}

/** How far a model's draft can be trusted, and what speaks against sending it. */
export function modelScore(
  evidence: DraftEvidence,
  judging: Judging,
): Scored & { modelRow: number[] } {
  const { model, promptVersion, history, trust, learned } = judging;
  const modelRow = rowOf(evidence);
  const identity = { row: null, model, modelVersion: promptVersion, modelRow };
  const before = probability(START, modelRow);
  const raw = probability(fitted(START, history), modelRow);
  const { confidence, capped } = cap(raw, HELD_LEAST, judging);
  const cautious = inCaution(confidence, outcomesIn(history), model);
  return {
    confidence: cautious.confidence,
    blocks: doubtsAbout(evidence, { learned, trust }),
    parts: [
      ...partsOf(evidence),
      ...(history.length > 0 ? [taught(raw, before, history.length)] : []),
      beforeCaps(raw),
      ...capped,
      ...cautious.parts,
    ],
    ...identity,
  };
}

/** A weak sign of how it ended is less than an outcome. */
const outcomesIn = (history: readonly Outcome[]): number =>
  history.reduce((sum, { weight }) => sum + Math.min(1, weight > 0 ? weight : 0), 0);

/** A model, or a prompt, that nobody knows yet: people see what it writes. */
function inCaution(confidence: number, outcomes: number, model: string) {
  if (outcomes >= CAUTION.outcomes || confidence < CAUTION.below) return { confidence, parts: [] };
  const words = `Kept under ${CAUTION.below.toFixed(2)}: ${Math.floor(outcomes)} of ${CAUTION.outcomes} outcomes of ${model} with this prompt so far`;
  return {
    confidence: CAUTION.below - BELOW,
    parts: [{ name: "cap", value: CAUTION.below, words }],
  };
}

function doubtsAbout(
  { support, unknown }: DraftEvidence,
  { learned, trust }: Pick<EvidenceInput, "learned" | "trust">,
): string[] {
  const doubts = learned ? doubtsOf(learned, null, trust) : [];
  if (support.claims === 0) doubts.push("it only asks, and answers nothing");
  if (support.unchecked > 0) {
    doubts.push("its sources are in another language, so its sentences can't be checked");
  }
  if (unknown > 0) doubts.push("the model does not know all that it needs");
  return doubts;
}

const taught = (raw: number, before: number, outcomes: number): ConfidencePart => ({
  name: "calibrated",
  value: raw,
  words: `${cut(raw)} after what ${outcomes} ${outcomes === 1 ? "outcome" : "outcomes"} of this model and prompt taught, ${cut(before)} before`,
});

function partsOf(evidence: DraftEvidence): ConfidencePart[] {
  const { support, agreement, sameAsLocal, local, novelty, unknown } = evidence;
  const { claims, share, least, unchecked } = support;
  const borne = Math.round(share * claims);
  const rows: (ConfidencePart | false)[] = [
    {
      name: "support",
      value: share,
      words: `${borne} of ${claims} sentences are borne out by what they name`,
    },
    claims > 0 && {
      name: "least_support",
      value: least,
      words: `The weakest of them has ${cut(least)} of its words there`,
    },
    unchecked > 0 && {
      name: "unchecked",
      value: unchecked / claims,
      words: `${unchecked} rest on sources in another language`,
    },
    agreement !== null && {
      name: "samples",
      value: agreement,
      words: `Asked again, the model says the same to ${cut(agreement)}`,
    },
    sameAsLocal !== null && {
      name: "local",
      value: sameAsLocal ? 1 : 0,
      words: sameAsLocal
        ? "It rests on what the desk's own core would have answered with"
        : "The desk's own core would have answered with something else",
    },
    { name: "local_confidence", value: local, words: `The desk's own core stood at ${cut(local)}` },
    novelty > 0 && {
      name: "novelty",
      value: novelty,
      words: `${cut(novelty)} likely to be of a kind never seen`,
    },
    unknown > 0 && {
      name: "unknown",
      value: unknown,
      words: `It names ${unknown} thing(s) that it does not know`,
    },
    evidence.asksBack && { name: "asks", value: 1, words: "It would ask the customer something" },
    evidence.leftOut > 0 && {
      name: "tried",
      value: evidence.leftOut,
      words: `${evidence.leftOut} sentence(s) left out: tried already`,
    },
    evidence.sentiment < 0 && {
      name: "tone",
      value: evidence.sentiment,
      words: `The customer is upset (${evidence.sentiment})`,
    },
    evidence.lookedUp && { name: "looked_up", value: 1, words: "It looked something up" },
  ];
  return rows.filter((row) => row !== false);
}

import type { KnowledgeMatch } from "../knowledge/model";
import type { ScoredIntent } from "../ticket/model";
import type { ConfidencePart } from "./model";
import type { Learned, ReadyAnswer } from "./recall";
import type { Trust } from "./trusted";

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
  /** How drafts have ended here; left out: nothing is known of it. */
  trust?: Trust;
  /** Share of the draft's sentences that name a source; all when left out. */
  support?: number;
};

export type Scored = {
  confidence: number;
  /** What the confidence was made from, to learn from its outcome; null: not from numbers. */
  row?: number[] | null;
  /** Why it must not be sent without a person, whatever the confidence; in plain words. */
  blocks: string[];
  parts: ConfidencePart[];
  model: string;
  modelVersion: string;
};

/** How drafts are scored; tests pass their own. */
export type Evidence = (input: EvidenceInput) => Scored;

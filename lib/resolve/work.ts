import { z } from "zod";
import type { ActiveProvider } from "../llm";
import type { LlmFault } from "../llm/model";
import { TriedStep } from "../route/model";
import type { Message } from "../ticket";
import { ScoredIntent } from "../ticket/model";
import type { Composed } from "./compose";
import type { Scored } from "./evidence-input";
import type { Gathered } from "./gather";

/** What drafting reads of `ticket.routed`. */
export const Routed = z.object({
  ticketId: z.uuid(),
  messageId: z.uuid(),
  intents: z.array(ScoredIntent),
  category: z.string(),
  aiMayAnswer: z.boolean(),
  aiMayNotBecause: z.array(z.string()).optional(),
  sentiment: z.number().optional(),
  language: z.string().nullable().optional(),
  tried: z.array(TriedStep).optional(),
});
export type Routed = z.output<typeof Routed>;

/** A reply with all it was made from, before anybody has decided about it. */
export type Work = {
  routed: Routed;
  message: Message;
  gathered: Gathered;
  composed: Composed;
  scored: Scored;
  /** The customer's language where the draft is not in it. */
  foreign: string | null;
  /** What confidence may claim, as it stood. */
  caps: { experience: { uses: number; outcomes: number }; lifted: boolean };
  /** Where a model was asked: what came of it. `used`: the draft above is its. */
  llm?: { facts: LlmFacts; draft: ModelDraftPart | null } & (
    | { used: false }
    /** `by`: as it was when it wrote; `instead`: what takes its place should it be off by now. */
    | { used: true; by: ActiveProvider; instead: Work }
  );
};

/** Kept in the attempt's snapshot: which model, what it cost, and why its words are not used. */
export type LlmFacts = {
  provider: string;
  model: string;
  /** The model where it stands: its drafts are counted by it. */
  identity: string;
  promptVersion: string;
  callId: string | null;
  costMicros: number;
  tokens: number;
  latencyMs: number;
  fault?: LlmFault;
  /** Of the fault, in plain words. */
  words?: string;
  unknown?: string[];
  followUp?: string | null;
  /** What the guards have taken out of its words. */
  removed?: string[];
};

/** What the model wrote, with what its confidence was made from. */
type ModelDraftPart = { composed: Composed; scored: Scored; row: number[] };

import { z } from "zod";
import { TriedStep } from "../route/model";
import type { Message } from "../ticket";
import { ScoredIntent } from "../ticket/model";
import type { Composed } from "./compose";
import type { Scored } from "./evidence";
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
};

import { getSetting } from "../desk";
import { bandsFor } from "../desk/model";
import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import {
  addMessage,
  lockTicket,
  moveTicket,
  newerCustomerMessage,
  setNextTry,
  type Ticket,
  updateTicket,
} from "../ticket";
import { mayMove } from "../ticket/model";
import { acknowledge } from "./acknowledge";
import { insertAttempt, linkSent, markReopened, newestRound, supersedeHeld } from "./attempt-store";
import { type Decided, decide } from "./decide";
import { guardFacts } from "./guard-facts";
import { blocksOf, type GuardFacts } from "./guards";
import { nextTry } from "./next-try";
import type { Routed, Work } from "./work";

/** A decision with all that it rests on. */
export type Decision = {
  decided: Decided;
  facts: GuardFacts;
  /** Stored with the attempt: bands, blocks, caps, counts and routing as they were. */
  basis: Record<string, unknown>;
};

/**
 * Decides about the first draft to a message, with everything that may forbid an answer as it is
 * now, and stores it all at once. Call it inside a transaction.
 */
export async function settleFirst(ctx: Context, work: Work): Promise<string> {
  const { message } = work;
  const ticket = await lockTicket(ctx.db, message.ticketId);
  if ((await newestRound(ctx.db, message.id)) > 0) return "skipped: this message has its draft";
  if (await newerCustomerMessage(ctx.db, message)) return "skipped: the customer has written again";
  if (ticket.status === "resolved" || ticket.status === "closed") {
    return `skipped: the ticket is ${ticket.status}`;
  }
  const decision = await decideOn(ctx, ticket, work);
  await supersedeHeld(ctx.db, ticket.id, message.id);
  await markReopened(ctx.db, ticket.id, message.id);
  return storeAttempt(ctx, ticket, work, decision, 1);
}

/** What happens to a draft of this ticket, which must be locked. */
export async function decideOn(ctx: Context, ticket: Ticket, work: Work): Promise<Decision> {
  const facts = await guardFacts(ctx, ticket, work);
  const blocks = [...blocksOf(facts), ...work.scored.blocks];
  const bands = bandsFor(
    await getSetting(ctx.db, "ai.bands"),
    await getSetting(ctx.db, "ai.bandOverrides"),
    ticket,
  );
  return {
    decided: decide(work.scored.confidence, bands, blocks),
    facts,
    basis: { bands, blocks, caps: work.caps, guards: counted(facts), routing: found(work.routed) },
  };
}

const counted = ({ stopped, writing, replies, machineTurns, automatic, askedAt }: GuardFacts) => ({
  stopped,
  writing,
  replies,
  machineTurns,
  automatic,
  askedAt,
});

/** What the message was taken for; the thread and the customer stand beside it. */
const found = ({ intents, category, language, sentiment, aiMayNotBecause }: Routed) => ({
  intents,
  category,
  language,
  sentiment,
  aiMayNotBecause,
});

/** Stores a draft in its round and does what was decided. Call it with the ticket locked. */
export async function storeAttempt(
  ctx: Context,
  ticket: Ticket,
  work: Work,
  decision: Decision,
  round: number,
): Promise<string> {
  const { message, composed, scored, gathered } = work;
  const { decided } = decision;
  const attemptId = newId();
  const confidence = probability(scored.confidence);
  const stored = await insertAttempt(ctx.db, {
    id: attemptId,
    ticketId: ticket.id,
    answersMessageId: message.id,
    round,
    snapshot: { ...gathered.snapshot, leftOut: composed.leftOut, ...decision.basis },
    draft: composed.draft,
    sentences: composed.sentences,
    sources: composed.sources,
    confidence,
    parts: scored.parts,
    model: scored.model,
    modelVersion: scored.modelVersion,
    decision: decided.decision,
    decisionReason: decided.because,
    reviewState: decided.reviewState,
    ...(decided.thenStatus && { sentText: composed.draft }),
    createdAt: ctx.now(),
  });
  if (!stored) return "skipped: this message has its draft";
  await updateTicket(ctx.db, ticket.id, { confidenceScore: confidence }, ctx.now());
  await recordEvent(ctx, "draft.proposed", {
    ticketId: ticket.id,
    attemptId,
    decision: decided.decision,
    confidence,
    because: decided.because,
  });
  await act(ctx, ticket, attemptId, composed.draft, decided);
  if (decided.decision === "held") await acknowledge(ctx, ticket, decision.facts);
  await setNextTry(ctx.db, ticket.id, await nextTry(ctx, decision, round));
  return `${decided.decision}: ${decided.because}`;
}

/** Sends, or leaves it to a person. What is sent stays in progress until delivery says "sent". */
async function act(
  ctx: Context,
  ticket: Ticket,
  attemptId: string,
  text: string | null,
  { thenStatus, because }: Decided,
): Promise<void> {
  const ticketId = ticket.id;
  if (thenStatus && text !== null) {
    const message = await addMessage(ctx, {
      ticketId,
      author: "ai",
      public: true,
      text,
      createdAt: ctx.now(),
    });
    await linkSent(ctx.db, attemptId, message.id);
    const sent = { ticketId, messageId: message.id, attemptId, thenStatus };
    await recordEvent(ctx, "reply.approved", sent);
  } else if (mayMove(ticket.status, "pending_customer", "ai")) {
    await moveTicket(ctx, { ticketId, to: "pending_customer", mover: "ai", because });
  }
}

/** The database takes only probabilities; what is none counts as no confidence at all. */
export const probability = (value: number): number => (value >= 0 && value <= 1 ? value + 0 : 0);

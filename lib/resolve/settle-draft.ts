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
import { wantsFourEyes } from "./four-eyes";
import { guardFacts } from "./guard-facts";
import { blocksOf, type GuardFacts } from "./guards";
import { keepModelDraft } from "./keep-model-draft";
import { asAllowed } from "./model-still-on";
import { nextTry } from "./next-try";
import { probability } from "./probability";
import { sampled } from "./sampling";
import type { Routed, Work } from "./work";

/** A reply that was to resolve a ticket has failed if its customer writes again within a week. */
const REOPENED_MS = 7 * 86_400_000;

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
export async function settleFirst(ctx: Context, made: Work): Promise<string> {
  const { message } = made;
  const ticket = await lockTicket(ctx.db, message.ticketId);
  if ((await newestRound(ctx.db, message.id)) > 0) return "skipped: this message has its draft";
  if (await newerCustomerMessage(ctx.db, message)) return "skipped: the customer has written again";
  if (ticket.status === "resolved" || ticket.status === "closed") {
    return `skipped: the ticket is ${ticket.status}`;
  }
  const work = await asAllowed(ctx, made);
  const decision = await decideOn(ctx, ticket, work);
  await supersedeHeld(ctx.db, ticket.id, message.id);
  const since = new Date(message.createdAt.getTime() - REOPENED_MS);
  await markReopened(ctx.db, { ticketId: ticket.id, messageId: message.id, since });
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
  const policy = {
    approveFirst: (await getSetting(ctx.db, "ai.sendMode")) === "approve_first",
    fourEyes: await wantsFourEyes(ctx, ticket.category),
  };
  const guards = counted(facts);
  return {
    decided: decide(work.scored.confidence, bands, blocks, policy),
    facts,
    basis: { bands, policy, blocks, caps: work.caps, guards, routing: found(work.routed) },
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
  const attemptId = newId();
  const decided = sampled(decision.decided, attemptId, await getSetting(ctx.db, "review.sampling"));
  const confidence = probability(scored.confidence);
  const stored = await insertAttempt(ctx.db, {
    id: attemptId,
    ticketId: ticket.id,
    answersMessageId: message.id,
    round,
    snapshot: {
      ...gathered.snapshot,
      leftOut: composed.leftOut,
      ...decision.basis,
      ...(work.llm && { llm: work.llm.facts }),
    },
    draft: composed.draft,
    sentences: composed.sentences,
    sources: composed.sources,
    confidence,
    parts: scored.parts,
    judgedRow: composed.draft === null ? null : (scored.row ?? null),
    model: scored.model,
    modelVersion: scored.modelVersion,
    decision: decided.decision,
    decisionReason: decided.because,
    reviewState: decided.reviewState,
    sampleRate: decided.sampleRate,
    ...(decided.thenStatus && { sentText: composed.draft }),
    createdAt: ctx.now(),
  });
  if (!stored) return "skipped: this message has its draft";
  await keepModelDraft(ctx, ticket.id, attemptId, work);
  await updateTicket(ctx.db, ticket.id, { confidenceScore: confidence }, ctx.now());
  await recordEvent(ctx, "draft.proposed", {
    ticketId: ticket.id,
    attemptId,
    decision: decided.decision,
    confidence,
    because: decided.because,
    ...(decided.sampleRate !== null && { sampled: true }),
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

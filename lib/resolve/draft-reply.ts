import { z } from "zod";
import { destinationOf } from "../channel";
import { getSetting } from "../desk";
import { recordEvent } from "../event";
import { type Context, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { defineJob } from "../platform/jobs";
import { TriedStep } from "../route/model";
import {
  addMessage,
  aiRepliesTo,
  lockTicket,
  type Message,
  messageById,
  moveTicket,
  newerCustomerMessage,
  participantsOf,
  personHasReplied,
  type Ticket,
  ticketById,
  updateTicket,
} from "../ticket";
import { mayMove, ScoredIntent } from "../ticket/model";
import {
  experience,
  hasAttempt,
  hasHeld,
  insertAttempt,
  linkSent,
  supersedeHeld,
} from "./attempt-store";
import { automaticMail } from "./automatic-mail";
import { type Composed, compose, firstNameOf, unsupported } from "./compose";
import { type Decided, decide } from "./decide";
import { type Evidence, priorEvidence, type Scored } from "./evidence";
import { type Gathered, gather } from "./gather";
import { blocksOf } from "./guards";

/** The language that articles are written in. */
const ARTICLE_LANGUAGE = "en";
const HOUR = 3_600_000; // ms
/** Below this a draft is not even shown: three in four bank questions stay under it. */
const LEAST_CONFIDENCE = 0.15;
const NOTHING: Composed = { draft: null, sentences: [], sources: [], leftOut: [] };

const Routed = z.object({
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
type Routed = z.output<typeof Routed>;

/**
 * Drafts a reply to a customer's newest message, says how far it can be trusted, and sends it,
 * sends it flagged, or holds it for a person.
 *
 * Reading and composing happen before the transaction that stores. Safe to repeat: a message has
 * one first attempt (a unique key), and the rest of the transaction depends on storing it.
 */
export const draftReply = defineJob({
  name: "resolve.draft-reply",
  batch: 10,
  payload: Routed,
  run: (ctx, routed) => draft(ctx, routed, priorEvidence),
});

/** The job, with the evidence that it asks for a confidence. */
export async function draft(ctx: Context, routed: Routed, evidence: Evidence): Promise<string> {
  const message = await messageById(ctx.db, routed.messageId);
  if (!message) return "skipped: the message was erased";
  if (await hasAttempt(ctx.db, message.id)) return "skipped: this message has its draft";
  if (await newerCustomerMessage(ctx.db, message)) return "skipped: the customer has written again";
  const ticket = await ticketById(ctx.db, routed.ticketId);
  const gathered = await gather(ctx, ticket, message, routed.tried ?? []);
  if ("onlyTalk" in gathered.question) return backToPeople(ctx, ticket);

  const foreign = foreignLanguage(routed.language ?? null);
  const full = compose(gathered.candidates, gathered.steps, firstNameOf(gathered.customerName));
  // In the customer's language or not at all; the sources stay, for the person who answers.
  const written = foreign ? { ...full, draft: null, sentences: [] } : full;
  const scored = evidence({
    match: gathered.match,
    intents: routed.intents,
    category: routed.category,
    sentiment: routed.sentiment ?? 0,
    leftOut: written.leftOut.length,
    hasDraft: written.draft !== null,
    experience: await seenSoFar(ctx, written),
    capsLifted: await getSetting(ctx.db, "ai.capsLifted"),
  });
  // Words beside the point help nobody.
  const weak = scored.confidence < LEAST_CONFIDENCE;
  const composed = weak && !foreign ? NOTHING : written;
  const work = { routed, message, gathered, composed, scored, foreign };
  return transaction(ctx, (tx) => settle(tx, work));
}

/** A greeting alone gets no draft; people see it, unless a draft to something else waits. */
async function backToPeople(ctx: Context, { id: ticketId }: Ticket): Promise<string> {
  return transaction(ctx, async (tx) => {
    const { status } = await lockTicket(tx.db, ticketId);
    const to = (await hasHeld(tx.db, ticketId)) ? "pending_customer" : "open";
    if (status === "in_progress") {
      const because = "It only greets, so nothing is drafted.";
      await moveTicket(tx, { ticketId, to, mover: "ai", because });
    }
    return "no draft: it only greets or thanks";
  });
}

function foreignLanguage(language: string | null): string | null {
  return language === null || language === ARTICLE_LANGUAGE ? null : language;
}

async function seenSoFar(ctx: Context, { sources }: Composed) {
  const countDemo = await getSetting(ctx.db, "demo.loaded");
  return experience(ctx.db, sources[0]?.articleId ?? null, countDemo);
}

type Work = {
  routed: Routed;
  message: Message;
  gathered: Gathered;
  composed: Composed;
  scored: Scored;
  foreign: string | null;
};

/** Decides, with everything that may forbid an answer as it is now, and stores it all at once. */
async function settle(ctx: Context, work: Work): Promise<string> {
  const { message, composed, scored } = work;
  const ticket = await lockTicket(ctx.db, message.ticketId);
  if (await newerCustomerMessage(ctx.db, message)) return "skipped: the customer has written again";
  if (ticket.status === "resolved" || ticket.status === "closed") {
    return `skipped: the ticket is ${ticket.status}`;
  }
  const blocks = await findBlocks(ctx, ticket, work);
  const decided = decide(scored.confidence, await getSetting(ctx.db, "ai.bands"), blocks);
  const attemptId = newId();
  const confidence = probability(scored.confidence);
  await supersedeHeld(ctx.db, ticket.id, message.id);
  const stored = await insertAttempt(ctx.db, {
    id: attemptId,
    ticketId: ticket.id,
    answersMessageId: message.id,
    snapshot: { ...work.gathered.snapshot, leftOut: composed.leftOut, blocks },
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
  return `${decided.decision}: ${decided.because}`;
}

async function findBlocks(ctx: Context, ticket: Ticket, work: Work): Promise<string[]> {
  const { message, composed, foreign, gathered, routed } = work;
  const now = ctx.now();
  const participants = await participantsOf(ctx.db, ticket.id);
  const forPeople = routed.aiMayNotBecause ?? [];
  return blocksOf({
    now,
    stopped: await getSetting(ctx.db, "ai.stopped"),
    forPeople:
      routed.aiMayAnswer || forPeople.length > 0 ? forPeople : ["a rule leaves it to people"],
    ticket,
    personReplied: await personHasReplied(ctx.db, ticket.id),
    askedAt: message.createdAt,
    historic: message.metadata.historic === true,
    stale: false, // checked above, with the ticket locked
    automatic: automaticMail(message.metadata, participants),
    replies: await aiRepliesTo(ctx.db, ticket, new Date(now.getTime() - HOUR)),
    destination: await destinationOf(ctx, { ...ticket, participants }),
    draft: {
      text: composed.draft,
      foreign,
      unsupported: unsupported(composed.sentences, composed.sources, gathered.passages),
    },
  });
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
const probability = (value: number): number => (value >= 0 && value <= 1 ? value + 0 : 0);

import { getSetting } from "../desk";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import {
  lockTicket,
  type Message,
  messageById,
  moveTicket,
  newerCustomerMessage,
  type Ticket,
  ticketById,
} from "../ticket";
import { experience, hasHeld, newestRound } from "./attempt-store";
import { type Composed, compose, firstNameOf } from "./compose";
import { deskEvidence, type Evidence } from "./evidence";
import { type Gathered, gather } from "./gather";
import { settleFirst } from "./settle-draft";
import { Routed, type Work } from "./work";

/** The language that articles are written in. */
const ARTICLE_LANGUAGE = "en";
/** Below this a draft is not even shown: three in four bank questions stay under it. */
const LEAST_CONFIDENCE = 0.15;
const NOTHING: Composed = { draft: null, sentences: [], sources: [], leftOut: [] };

/** What every job asks for a confidence. */
export const EVIDENCE: Evidence = deskEvidence;

/**
 * Drafts a reply to a customer's newest message, and to all before it that nobody has answered,
 * says how far it can be trusted, and sends it, sends it flagged, or holds it for a person.
 *
 * Reading and composing happen before the transaction that stores. Safe to repeat: a message has
 * one first attempt (looked up with the ticket locked, and a unique key), and the rest of the
 * transaction depends on storing it.
 */
export const draftReply = defineJob({
  name: "resolve.draft-reply",
  batch: 10,
  payload: Routed,
  run: (ctx, routed) => draft(ctx, routed, EVIDENCE),
});

/** The job, with the evidence that it asks for a confidence. */
export async function draft(ctx: Context, routed: Routed, evidence: Evidence): Promise<string> {
  const message = await messageById(ctx.db, routed.messageId);
  if (!message) return "skipped: the message was erased";
  if ((await newestRound(ctx.db, message.id)) > 0) return "skipped: this message has its draft";
  if (await newerCustomerMessage(ctx.db, message)) return "skipped: the customer has written again";
  const ticket = await ticketById(ctx.db, message.ticketId);
  const work = await makeDraft(ctx, ticket, message, routed, evidence);
  if (!work) return backToPeople(ctx, ticket);
  return transaction(ctx, (tx) => settleFirst(tx, work));
}

/** Writes a reply and scores it. @returns null when the customer only greets or thanks */
export async function makeDraft(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  routed: Routed,
  evidence: Evidence,
): Promise<Work | null> {
  const gathered = await gather(ctx, ticket, message, routed.tried ?? []);
  if ("onlyTalk" in gathered.question) return null;

  const { answer } = gathered;
  const language = routed.language ?? null;
  const foreign = foreignLanguage(language, answer?.language ?? ARTICLE_LANGUAGE);
  const full = compose(gathered.candidates, gathered.steps, firstNameOf(gathered.customerName), {
    whole: answer !== null,
    language: answer?.language ?? null,
  });
  // In the customer's language or not at all; the sources stay, for the person who answers.
  const written = foreign ? { ...full, draft: null, sentences: [] } : full;
  const caps = {
    experience: await seenSoFar(ctx, written, gathered),
    lifted: await getSetting(ctx.db, "ai.capsLifted"),
  };
  const scored = evidence({
    match: gathered.match,
    intents: routed.intents,
    category: routed.category,
    sentiment: routed.sentiment ?? 0,
    leftOut: written.leftOut.length,
    hasDraft: written.draft !== null,
    experience: caps.experience,
    capsLifted: caps.lifted,
    learned: gathered.learned,
    answer,
  });
  // Words beside the point help nobody.
  const weak = scored.confidence < LEAST_CONFIDENCE;
  const composed = weak && !foreign ? NOTHING : written;
  return { routed, message, gathered, composed, scored, foreign, caps };
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

function foreignLanguage(language: string | null, written: string): string | null {
  return language === null || language === written ? null : language;
}

/** Outcomes of drafts, or, where people have answered more than that, what was learned from them. */
async function seenSoFar(
  ctx: Context,
  { sources }: Composed,
  { answer, learned }: Pick<Gathered, "answer" | "learned">,
) {
  const countDemo = await getSetting(ctx.db, "demo.loaded");
  const article = answer ? null : (sources[0]?.articleId ?? null);
  const seen = await experience(ctx.db, article, countDemo);
  const outcomes = Math.max(seen.outcomes, learned?.prediction.parts.outcomes ?? 0);
  return { uses: answer?.accepted ?? seen.uses, outcomes };
}

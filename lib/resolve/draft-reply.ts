import { type ActiveProvider, activeProvider } from "../llm";
import { type Context, transaction } from "../platform/context";
import { derivedId } from "../platform/ids";
import { defineJob } from "../platform/jobs";
import { languageOf } from "../platform/language";
import {
  lockTicket,
  type Message,
  messageById,
  moveTicket,
  newerCustomerMessage,
  type Ticket,
  ticketById,
} from "../ticket";
import { hasHeld, newestRound } from "./attempt-store";
import { capsOn } from "./caps-on";
import { type Composed, compose, firstNameOf } from "./compose";
import { deskEvidence } from "./evidence";
import type { Evidence } from "./evidence-input";
import { type Gathered, gather } from "./gather";
import { settleFirst } from "./settle-draft";
import { Routed, type Work } from "./work";
import { writeWithModel } from "./write-with-model";

const WRITE_REPLY = "resolve.write-reply";
export const MODEL_SHADOW = "resolve.model-shadow";
/** The language of words that are too few to tell. */
const USUAL_LANGUAGE = "en";
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
  async run(ctx, routed) {
    const provider = await activeProvider(ctx.db);
    if (!provider || !(await isAwaited(ctx, routed))) return draft(ctx, routed, EVIDENCE);
    if (provider.mode === "shadow") return draft(ctx, routed, EVIDENCE, { beside: provider });
    // Once for each message, also when this job runs twice.
    const id = derivedId(routed.messageId, WRITE_REPLY);
    await ctx.jobs.send(ctx.db, WRITE_REPLY, routed, { id });
    return "queued: a model writes it";
  },
});

/**
 * The same with a model: apart, one at a time, for it waits for somebody else. Safe to repeat, like
 * the above; a message that has its draft asks nobody again.
 */
export const writeReply = defineJob({
  name: WRITE_REPLY,
  payload: Routed,
  async run(ctx, routed) {
    const provider = await activeProvider(ctx.db);
    // Turned off meanwhile, or only in the shadow: the desk's own core answers.
    return draft(ctx, routed, EVIDENCE, { by: provider?.mode === "on" ? provider : null });
  },
});

/** `by`: the model that writes; `beside`: one that then drafts in the shadow. */
type Models = { by?: ActiveProvider | null; beside?: ActiveProvider };

/** The job, with the evidence that it asks for a confidence, and who writes. */
export async function draft(
  ctx: Context,
  routed: Routed,
  evidence: Evidence,
  { by = null, beside }: Models = {},
): Promise<string> {
  const message = await messageById(ctx.db, routed.messageId);
  if (!message) return "skipped: the message was erased";
  if ((await newestRound(ctx.db, message.id)) > 0) return "skipped: this message has its draft";
  if (await newerCustomerMessage(ctx.db, message)) return "skipped: the customer has written again";
  const ticket = await ticketById(ctx.db, message.ticketId);
  const work = await makeDraft(ctx, ticket, message, routed, evidence, { provider: by });
  if (!work) return backToPeople(ctx, ticket);
  return transaction(ctx, async (tx) => {
    const { ticketId, id: messageId } = message;
    if (beside) await tx.jobs.send(tx.db, MODEL_SHADOW, { ticketId, messageId });
    return settleFirst(tx, work);
  });
}

/** Whether somebody waits for the answer: a model is not asked about what is past, or a show. */
async function isAwaited(ctx: Context, { messageId }: Routed): Promise<boolean> {
  const message = await messageById(ctx.db, messageId);
  if (!message || message.metadata.historic === true) return false;
  const { historic, demo } = await ticketById(ctx.db, message.ticketId);
  return !historic && !demo;
}

/** Who writes: the model that is switched on, or the desk's own core alone. */
type By = { provider: ActiveProvider | null; personId?: string; signal?: AbortSignal };

/**
 * Writes a reply and scores it: with a model where there is one, else by the desk's own core.
 *
 * @returns null when the customer only greets or thanks
 */
export async function makeDraft(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  routed: Routed,
  evidence: Evidence,
  { provider, ...by }: By = { provider: null },
): Promise<Work | null> {
  const local = await localDraft(ctx, ticket, message, routed, evidence);
  if (!local || !provider) return local;
  return writeWithModel(ctx, { provider, ticket, local, ...by });
}

/** What the desk makes of it by itself. @returns null when the customer only greets or thanks */
export async function localDraft(
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
  const spoken = languageOfAnswer(gathered);
  const foreign = foreignLanguage(language, spoken);
  const full = compose(gathered.candidates, gathered.steps, firstNameOf(gathered.customerName), {
    whole: answer !== null,
    language: spoken,
  });
  // In the customer's language or not at all; the sources stay, for the person who answers.
  const written = foreign ? { ...full, draft: null, sentences: [] } : full;
  const caps = await capsOn(ctx, written, gathered, routed.category);
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
    trust: gathered.trust,
    support: supportOf(written),
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

/** Share of the sentences that name what they rest on. */
function supportOf({ sentences }: Composed): number {
  if (sentences.length === 0) return 1;
  return sentences.filter(({ sources }) => sources.length > 0).length / sentences.length;
}

/** The language of the words that would be sent: people's answer, or the sentences of an article. */
function languageOfAnswer({ answer, candidates }: Pick<Gathered, "answer" | "candidates">): string {
  const words = candidates.map(({ title, text }) => `${title}. ${text}`).join(" ");
  return (answer ? answer.language : languageOf(words)) ?? USUAL_LANGUAGE;
}

function foreignLanguage(language: string | null, written: string): string | null {
  return language === null || language === written ? null : language;
}

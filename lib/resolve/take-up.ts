import { z } from "zod";
import { recordEvent } from "../event";
import { splitSentences } from "../knowledge";
import { type ActiveProvider, activeProvider, modelDraftOf } from "../llm";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import {
  lockTicket,
  messageById,
  moveTicket,
  setNextTry,
  type Ticket,
  ticketById,
} from "../ticket";
import { EVIDENCE, makeDraft } from "./draft-reply";
import { closeTakenUp, countRound, type HeldAttempt, heldAttempt } from "./follow-up-store";
import { leaseOf } from "./lease-store";
import { asAllowed } from "./model-still-on";
import { nextTry } from "./next-try";
import { probability } from "./probability";
import { setLater } from "./review-store";
import { routedAs } from "./routed-as";
import { type Decision, decideOn, storeAttempt } from "./settle-draft";
import { staysWithPeople } from "./stays-with-people";
import type { Work } from "./work";

export const TAKE_UP = "resolve.take-up";

const TakeUp = z.object({
  ticketId: z.uuid(),
  /** The held draft that is to be replaced, and its round: another one was taken up meanwhile. */
  attemptId: z.uuid(),
  round: z.number().int().min(1),
  because: z.string(),
  /** The clock's tries are counted also when they find nothing new. */
  cause: z.enum(["clock", "article", "answer"]),
});
type TakeUp = z.output<typeof TakeUp>;

const HOUR = 3_600_000; // ms
/** Confidences that differ by less are the same: sums of doubles. */
const SAME = 1e-9;

/**
 * Takes a held ticket up again: drafts once more with what is known by now, and decides again. When
 * the draft would be the same, the one that people may be reading stays.
 *
 * Safe to repeat: one transaction with the ticket locked, which replaces the named draft or raises
 * its round; a second run finds neither.
 */
export const takeUp = defineJob({
  name: TAKE_UP,
  payload: TakeUp,
  async run(ctx, input) {
    const held = await heldAttempt(ctx.db, input.ticketId);
    if (!isNamed(held, input)) return SETTLED;
    const message = await messageById(ctx.db, held.answersMessageId);
    if (!message) return "skipped: the message was erased";
    const ticket = await ticketById(ctx.db, input.ticketId);
    const why = await staysWithPeople(ctx, ticket, message, held.round);
    if (why) return `skipped: ${why}`;
    const routed = await routedAs(ctx, message);
    if (!routed) return "skipped: it is not known how the message was routed";
    const provider = input.cause === "clock" ? await writingProvider(ctx) : null;
    const work = await makeDraft(ctx, ticket, message, routed, EVIDENCE, { provider });
    if (!work) return "skipped: it only greets or thanks";
    return transaction(ctx, (tx) => settleAgain(tx, work, input));
  },
});

const SETTLED = "skipped: that draft is settled";

const isNamed = (held: HeldAttempt | null, { attemptId, round }: TakeUp): held is HeldAttempt =>
  held?.id === attemptId && held.round === round;

async function settleAgain(ctx: Context, made: Work, input: TakeUp): Promise<string> {
  const { message } = made;
  const ticket = await lockTicket(ctx.db, input.ticketId);
  const held = await heldAttempt(ctx.db, ticket.id);
  if (!isNamed(held, input)) return SETTLED;
  const why = await staysWithPeople(ctx, ticket, message, held.round);
  if (why) return `skipped: ${why}`;
  if (ticket.snoozedUntil && ticket.snoozedUntil > ctx.now()) {
    await setNextTry(ctx.db, ticket.id, ticket.snoozedUntil);
    return "later: it is snoozed";
  }
  if (await leaseOf(ctx.db, held.id, ctx.now())) {
    // Replaced under their eyes, their verdict would be refused.
    await setNextTry(ctx.db, ticket.id, new Date(ctx.now().getTime() + HOUR));
    return "later: a person looks at the draft";
  }
  const work = await asAllowed(ctx, made);
  const resumed: Ticket = { ...ticket, status: "in_progress" };
  const decision = await decideOn(ctx, resumed, work);
  if (decision.facts.writing) {
    await setNextTry(ctx.db, ticket.id, new Date(ctx.now().getTime() + HOUR));
    return "later: a person is writing a reply";
  }
  if (isSame(held, work, decision)) return keep(ctx, held, decision, input);
  const waits = decision.decided.decision === "held" && !work.llm?.used;
  if (waits && stands(held, work) && (await isModels(ctx, held))) {
    return keep(ctx, held, decision, input);
  }

  const { because } = input;
  await moveTicket(ctx, { ticketId: ticket.id, to: "in_progress", mover: "ai", because });
  await tellTakenUp(ctx, held, because);
  if (!(await closeTakenUp(ctx.db, held.id)))
    throw new Error("a held draft changed under the lock");
  const stored = await storeAttempt(ctx, resumed, work, decision, held.round + 1);
  // Whoever has put it off wants to see neither draft before.
  const anew = await heldAttempt(ctx.db, ticket.id);
  const { laterUntil: until, laterBy: personId } = held;
  if (anew && until && personId) await setLater(ctx.db, anew.id, { until, personId });
  return stored;
}

/**
 * A model is asked again only by the clock: one correction, or one article, may take hundreds of
 * tickets up at once, and each would cost. The desk's own core looks at those.
 */
async function writingProvider(ctx: Context): Promise<ActiveProvider | null> {
  const provider = await activeProvider(ctx.db);
  return provider?.mode === "on" ? provider : null;
}

/** What a model's draft quotes is still what the articles say. */
function stands({ sources }: HeldAttempt, { gathered }: Work): boolean {
  const { articles } = gathered.match;
  return sources.every(({ articleId, quote }) => {
    const known = articles.find((article) => article.articleId === articleId);
    const text = known?.passages.map((passage) => passage.text).join("\n") ?? quote;
    return splitSentences(quote).every((sentence) => text.includes(sentence));
  });
}

const isModels = async (ctx: Context, held: HeldAttempt): Promise<boolean> =>
  (await modelDraftOf(ctx.db, held.id))?.used === true;

function isSame(held: HeldAttempt, { composed, scored }: Work, { decided }: Decision): boolean {
  return (
    decided.decision === "held" &&
    composed.draft === held.draft &&
    Math.abs(probability(scored.confidence) - held.confidence) < SAME
  );
}

/** The draft stays as it is; the clock's try is counted. */
async function keep(
  ctx: Context,
  held: HeldAttempt,
  decision: Decision,
  { because, cause }: TakeUp,
): Promise<string> {
  if (cause !== "clock") return "kept: nothing new";
  await countRound(ctx.db, held.id, held.round);
  await tellTakenUp(ctx, held, `${because} Nothing new was found, so the draft stays.`);
  await setNextTry(ctx.db, held.ticketId, await nextTry(ctx, decision, held.round + 1));
  return "kept: nothing new";
}

async function tellTakenUp(ctx: Context, held: HeldAttempt, because: string): Promise<void> {
  await recordEvent(ctx, "ticket.taken_up", {
    ticketId: held.ticketId,
    messageId: held.answersMessageId,
    round: held.round + 1,
    because,
  });
}

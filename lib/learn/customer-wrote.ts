import { z } from "zod";
import { lastUse, setOutcome } from "../knowledge";
import { answerClass, articleClass } from "../knowledge/model";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { appendSignal, lockLedger } from "../predictor";
import type { Signal } from "../predictor/model";
import { messageById, ticketById } from "../ticket";

/** A reply counts as re-opened when the customer writes again within so many days. */
export const REOPEN_DAYS = 7;
const DAY = 86_400_000; // ms

const Wrote = z.object({ messageId: z.uuid() });
type Use = NonNullable<Awaited<ReturnType<typeof lastUse>>>;

/**
 * Learns that a resolution did not help: the customer has written again. Safe to repeat: one signal
 * per message, and a use is re-opened once.
 */
export const learnReopening = defineJob({
  name: "learn.customer-wrote",
  batch: 10,
  payload: Wrote.extend({ outcome: z.enum(["created", "joined"]) }),
  async run(ctx, { messageId, outcome }) {
    if (outcome === "created") return "skipped: a new request";
    return transaction(ctx, (tx) => judge(tx, messageId, "reopened"));
  },
});

/** Learns that a resolution helped: the customer has said so. Safe to repeat, like the above. */
export const learnConfirmation = defineJob({
  name: "learn.confirmed",
  batch: 10,
  payload: Wrote,
  run: (ctx, { messageId }) => transaction(ctx, (tx) => judge(tx, messageId, "confirmed")),
});

async function judge(
  ctx: Context,
  messageId: string,
  outcome: "reopened" | "confirmed",
): Promise<string> {
  const message = await messageById(ctx.db, messageId);
  if (!message) return "skipped: the message was erased";
  const use = await lastUse(ctx.db, message.ticketId, message.createdAt);
  if (!use || use.outcome === outcome) return "skipped: nothing was answered before";
  const days = (message.createdAt.getTime() - use.sentAt.getTime()) / DAY;
  if (outcome === "reopened" && (!use.resolves || days > REOPEN_DAYS)) {
    return "skipped: it was not to be resolved by it, or long ago";
  }
  await judgeUse(ctx, use, outcome, `${outcome}:${message.id}`);
  return `${outcome} ${subjectOf(use)}`;
}

/** Writes what became of a use. @param key names what told it */
export async function judgeUse(
  ctx: Context,
  use: Use,
  outcome: "reopened" | "confirmed" | "quiet",
  key: string,
): Promise<void> {
  await lockLedger(ctx.db);
  const { demo } = await ticketById(ctx.db, use.ticketId);
  await setOutcome(ctx.db, use.messageId, outcome);
  await appendSignal(ctx.db, {
    key,
    kind: outcome,
    ticketId: use.ticketId,
    accountId: use.accountId,
    messageId: use.messageId,
    subject: subjectOf(use),
    question: use.question,
    learned: [lesson(use, outcome)],
    demo,
    createdAt: ctx.now(),
  });
}

function lesson(use: Use, outcome: "reopened" | "confirmed" | "quiet"): Signal {
  const about = {
    id: use.ticketId,
    text: use.question,
    answer: subjectOf(use),
    scope: use.accountId,
  };
  if (outcome === "reopened") return { type: "refused", ...about, wasAccepted: use.accepted };
  // A customer who says so counts in full; one who says nothing, by the weight of silence.
  return { type: "silent", ...about, ...(outcome === "confirmed" && { weight: 1 }) };
}

/** What was used, as the predictor names it. */
const subjectOf = ({ answerId, articleId }: Use): string =>
  answerId ? answerClass(answerId) : articleClass(articleId ?? "");

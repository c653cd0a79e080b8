import { z } from "zod";
import { lastUse } from "../knowledge";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { lockLedger } from "../predictor";
import { messageById } from "../ticket";
import { judgeUse } from "./judge-use";
import { subjectOf } from "./path";
import { sameIssue } from "./same-issue";

/** A reply counts as re-opened when the customer writes again within so many days. */
export const REOPEN_DAYS = 7;
export const DAY_MS = 86_400_000;

const Wrote = z.object({ messageId: z.uuid() });

/**
 * Learns that a resolution did not help: the customer has written again, in its ticket or in a new
 * one about the same. Safe to repeat: one signal per message, and a use is re-opened once.
 */
export const learnReopening = defineJob({
  name: "learn.customer-wrote",
  batch: 10,
  payload: Wrote.extend({ outcome: z.enum(["created", "joined"]) }),
  run: (ctx, { messageId, outcome }) =>
    transaction(ctx, (tx) =>
      outcome === "created" ? askedAgain(tx, messageId) : judge(tx, messageId, "reopened"),
    ),
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
  await lockLedger(ctx.db); // what others say of the same use is known from here on
  const use = await lastUse(ctx.db, message.ticketId, message.createdAt);
  if (!use || use.outcome === outcome) return "skipped: nothing was answered before";
  const days = (message.createdAt.getTime() - use.sentAt.getTime()) / DAY_MS;
  if (outcome === "reopened" && (!use.resolves || days > REOPEN_DAYS)) {
    return "skipped: it was not to be resolved by it, or long ago";
  }
  const helped = outcome === "confirmed";
  // A customer who says so counts in full; one who says nothing, by the weight of silence.
  const weight = helped ? 1 : -1;
  const told = { kind: outcome, outcome, key: `${outcome}:${message.id}`, weight, helped };
  return (await judgeUse(ctx, use, told)) ? `${outcome} ${subjectOf(use)}` : "skipped: known";
}

/** A new ticket of the same customer about what was to be resolved a few days ago. */
async function askedAgain(ctx: Context, messageId: string): Promise<string> {
  const message = await messageById(ctx.db, messageId);
  if (!message) return "skipped: the message was erased";
  const same = await sameIssue(ctx, message, REOPEN_DAYS * DAY_MS);
  if (!same) return "skipped: a new request";
  await lockLedger(ctx.db);
  const use = await lastUse(ctx.db, same.ticketId, message.createdAt);
  if (!use || use.outcome === "reopened") return "skipped: it is known that it did not help";
  const told = await judgeUse(ctx, use, {
    kind: "reopened",
    outcome: "reopened",
    key: `reopened:${message.id}`,
    weight: -1,
    helped: false,
    payload: {
      because: `asked again in #${same.askedIn}`,
      again: message.ticketId,
      likeness: same.likeness,
    },
  });
  return told ? `asked again: ${subjectOf(use)}` : "skipped: known";
}

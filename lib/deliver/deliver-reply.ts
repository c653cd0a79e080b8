import { z } from "zod";
import { customerAiStopped } from "../customer";
import { getSetting } from "../desk";
import { EVENTS } from "../event/model";
import { teamAiStopped } from "../person";
import type { Context } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { type Message, newerCustomerMessage, publicThread } from "../ticket";
import { laneOf } from "./lane-of";
import { LEASE_MS, MAX_AGE_MS, type Sent } from "./model";
import { isAutomatic, type Outgoing, wantedSince } from "./outgoing";
import { NOWHERE, prepare } from "./prepare";
import { SEND_REPLY, sendAgain, settleLater, settleLost, settleSent, settleStale } from "./settle";
import { countTry } from "./store";
import { handOver } from "./transports";
import { waitsForUndo } from "./undo-time";

/**
 * Sends an approved reply, once, when it can't be taken back any more.
 *
 * Safe to repeat: a message has one delivery, whose state is changed only from the state that was
 * read, and whose id on the wire never changes. The network is used outside transactions. A worker
 * that died while it handed over leaves `sending` behind: a call is made again with the same id,
 * which receivers know; a mail becomes `unknown`, because a second one would be a second mail.
 */
export const deliverReply = defineJob({
  name: SEND_REPLY,
  payload: EVENTS["reply.approved"].extend({
    /** When a person asked for it again. */
    wantedAt: z.iso.datetime().optional(),
  }),
  async run(ctx, { wantedAt, ...payload }) {
    if (await waitsForUndo(ctx, payload)) return "waits: it can still be taken back";
    const prepared = await prepare(ctx, payload);
    if (!prepared) return "skipped: the reply was taken back or erased";
    const outgoing = { ...prepared, wantedAt };
    const { delivery } = outgoing;
    if (delivery.state === "sending") return resume(ctx, outgoing);
    if (delivery.state !== "queued") return `skipped: already ${delivery.state}`;
    const over = await neverLeaves(ctx, outgoing);
    if (over) return over;
    return attempt(ctx, outgoing);
  },
});

/** What ends a delivery before its first try. @returns the job's outcome, null when it may leave */
async function neverLeaves(ctx: Context, outgoing: Outgoing): Promise<string | null> {
  const { delivery, message } = outgoing;
  if (delivery.destination === NOWHERE) {
    await settleLost(ctx, outgoing, "failed", delivery.lastError ?? "There is no destination.");
    return "failed: no destination";
  }
  if (isOld(ctx, outgoing)) {
    await settleLost(ctx, outgoing, "failed", TOO_OLD);
    return "failed: it waited too long";
  }
  if (!isAutomatic(message)) return null;
  if (await newerCustomerMessage(ctx.db, message)) {
    await settleStale(ctx, outgoing, "the customer has written again");
    return "cancelled: the customer has written again";
  }
  // It may have waited for hours; who asks for it again has read it.
  if (outgoing.wantedAt) return null;
  if (await personAnswered(ctx, message)) {
    await settleStale(ctx, outgoing, "a person has answered");
    return "cancelled: a person has answered";
  }
  if (await aiStopped(ctx, outgoing)) {
    await settleLost(ctx, outgoing, "failed", "The AI was stopped before this reply left.");
    return "failed: the AI is stopped";
  }
  return null;
}

async function personAnswered(ctx: Context, { id, ticketId, createdAt }: Message) {
  const thread = await publicThread(ctx.db, ticketId);
  return thread.some((one) => one.personId !== null && one.createdAt >= createdAt && one.id > id);
}

const aiStopped = async ({ db }: Context, { ticket }: Outgoing): Promise<boolean> =>
  (await getSetting(db, "ai.stopped")) ||
  (await teamAiStopped(db, ticket.teamId)) ||
  ((await customerAiStopped(db, ticket.customerId)) ?? true);

const TOO_OLD =
  "Waited too long: the desk was stopped or restored from a backup. Send it by hand if it is still wanted.";

const isOld = (ctx: Context, outgoing: Outgoing) =>
  ctx.now().getTime() - wantedSince(outgoing).getTime() > MAX_AGE_MS;

/** One try, if its place has room for one; else later, and that counts as none. */
async function attempt(ctx: Context, outgoing: Outgoing, stale?: Date): Promise<string> {
  const lane = laneOf(ctx, outgoing);
  if (lane.kind === "full") {
    const at = new Date(ctx.now().getTime() + lane.pauseMs);
    await sendAgain(ctx, outgoing, at);
    return "waits: other replies are on their way to the same place";
  }
  let worked = false;
  try {
    const delivery = stale
      ? outgoing.delivery
      : await countTry(ctx.db, outgoing.delivery.id, ctx.now());
    if (!delivery) return "skipped: taken";
    const result = await handOver(ctx, { ...outgoing, delivery }, stale);
    worked = result.kind !== "unknown" && !(result.kind === "later" && result.unreachable);
    return await settle(ctx, { ...outgoing, delivery }, result);
  } finally {
    lane.leave(worked);
  }
}

async function settle(ctx: Context, outgoing: Outgoing, result: Sent): Promise<string> {
  switch (result.kind) {
    case "taken":
      return "skipped: taken";
    case "sent":
      await settleSent(ctx, outgoing, result.response);
      return `sent by ${outgoing.delivery.transport}`;
    case "later":
      if (await settleLater(ctx, outgoing, result)) return `later: ${result.error}`;
      await settleLost(ctx, outgoing, "failed", result.error);
      return `failed: ${result.error}`;
    case "refused":
      await settleLost(ctx, outgoing, "failed", result.error);
      return `failed: ${result.error}`;
    case "unknown":
      await settleLost(ctx, outgoing, "unknown", result.error);
      return `unknown: ${result.error}`;
  }
}

/** Goes on after a worker that has died, once it is sure that it has. */
async function resume(ctx: Context, outgoing: Outgoing): Promise<string> {
  const { delivery } = outgoing;
  const lease = delivery.transport === "webhook" ? LEASE_MS.webhook : LEASE_MS.smtp;
  const free = new Date(delivery.updatedAt.getTime() + lease);
  if (ctx.now() <= free) {
    await sendAgain(ctx, outgoing, new Date(free.getTime() + 1));
    return "waits: another worker is sending";
  }
  if (delivery.transport === "webhook" && !isOld(ctx, outgoing)) {
    return attempt(ctx, outgoing, new Date(ctx.now().getTime() - lease));
  }
  const error = "The work broke off while the reply was handed over. It may have arrived.";
  await settleLost(ctx, outgoing, "unknown", error);
  return "unknown: a worker died while sending";
}

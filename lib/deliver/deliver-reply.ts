import { EVENTS } from "../event/model";
import type { Context } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { newerCustomerMessage } from "../ticket";
import { LEASE_MS } from "./model";
import { isAutomatic, type Outgoing } from "./outgoing";
import { NOWHERE, prepare } from "./prepare";
import { SEND_REPLY, sendAgain, settleLater, settleLost, settleSent, settleStale } from "./settle";
import { countTry } from "./store";
import { handOver } from "./transports";

/**
 * Sends an approved reply, once.
 *
 * Safe to repeat: a message has one delivery, whose state is changed only from the state that was
 * read, and whose id on the wire never changes. The network is used outside transactions. A worker
 * that died while it handed over leaves `sending` behind: a call is made again with the same id,
 * which receivers know; a mail becomes `unknown`, because a second one would be a second mail.
 */
export const deliverReply = defineJob({
  name: SEND_REPLY,
  payload: EVENTS["reply.approved"],
  async run(ctx, payload) {
    const outgoing = await prepare(ctx, payload);
    if (!outgoing) return "skipped: the reply was erased";
    const { delivery, message } = outgoing;
    if (delivery.state === "sending") return resume(ctx, outgoing);
    if (delivery.state !== "queued") return `skipped: already ${delivery.state}`;
    if (delivery.destination === NOWHERE) {
      await settleLost(ctx, outgoing, "failed", delivery.lastError ?? "There is no destination.");
      return "failed: no destination";
    }
    if (isAutomatic(message) && (await newerCustomerMessage(ctx.db, message))) {
      await settleStale(ctx, outgoing);
      return "cancelled: the customer has written again";
    }
    const counted = await countTry(ctx.db, delivery.id, ctx.now());
    return counted ? attempt(ctx, { ...outgoing, delivery: counted }) : "skipped: taken";
  },
});

async function attempt(ctx: Context, outgoing: Outgoing, stale?: Date): Promise<string> {
  const result = await handOver(ctx, outgoing, stale);
  switch (result.kind) {
    case "taken":
      return "skipped: taken";
    case "sent":
      await settleSent(ctx, outgoing, result.response);
      return `sent by ${outgoing.delivery.transport}`;
    case "later":
      if (await settleLater(ctx, outgoing, result.error)) return `later: ${result.error}`;
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
    await sendAgain(ctx, delivery, new Date(free.getTime() + 1));
    return "waits: another worker is sending";
  }
  if (delivery.transport === "webhook") {
    return attempt(ctx, outgoing, new Date(ctx.now().getTime() - lease));
  }
  const error = "The work broke off while the mail was handed over. It may have arrived.";
  await settleLost(ctx, outgoing, "unknown", error);
  return "unknown: a worker died while sending";
}

import type { DeliveryState } from "../channel/model";
import { recordEvent } from "../event";
import { type Context, transaction } from "../platform/context";
import { derivedId } from "../platform/ids";
import { lockTicket, reopenUnanswered, replyDelivered } from "../ticket";
import { nextTry } from "./backoff";
import type { Outgoing } from "./outgoing";
import { type Delivery, moveDelivery } from "./store";

/** The job that sends a reply; here because a delivery also queues it again. */
export const SEND_REPLY = "deliver.send-reply";

const UNDER_WAY: readonly DeliveryState[] = ["queued", "sending"];

/** The reply has left. The ticket becomes what was meant for it, unless the world has moved on. */
export async function settleSent(
  ctx: Context,
  { delivery, message }: Outgoing,
  response: Record<string, unknown>,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockTicket(tx.db, message.ticketId);
    const change = { sentAt: tx.now(), response, lastError: null };
    const from = [...UNDER_WAY, "unknown" as const];
    if (!(await moveDelivery(tx.db, delivery.id, from, "sent", tx.now(), change))) return;
    await recordEvent(tx, "reply.delivered", {
      ticketId: message.ticketId,
      messageId: message.id,
      deliveryId: delivery.id,
      transport: delivery.transport,
    });
    const { thenStatus } = delivery;
    await replyDelivered(tx, { message, thenStatus, because: "The reply was delivered." });
  });
}

/** The reply will not leave by itself, or nobody knows whether it has: people see to it. */
export async function settleLost(
  ctx: Context,
  { delivery, message }: Outgoing,
  to: "failed" | "unknown",
  error: string,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    await lockTicket(tx.db, message.ticketId);
    const change = { lastError: error };
    if (!(await moveDelivery(tx.db, delivery.id, UNDER_WAY, to, tx.now(), change))) return;
    await recordFailure(tx, delivery, error, to);
    if (message.author === "system") return; // an acknowledgement answers nothing: people have it
    await reopenUnanswered(tx, {
      ticketId: message.ticketId,
      mover: "system",
      because:
        to === "failed"
          ? "The reply could not be delivered."
          : "It is not known whether the reply arrived.",
    });
  });
}

/** Puts the delivery back in the queue for later. @returns false when that was the last try */
export async function settleLater(
  ctx: Context,
  outgoing: Outgoing,
  { error, notBefore }: { error: string; notBefore?: Date | undefined },
): Promise<boolean> {
  const { delivery } = outgoing;
  const at = nextTry(delivery, ctx.now(), notBefore);
  if (!at) return false;
  await transaction(ctx, async (tx) => {
    await lockTicket(tx.db, delivery.ticketId);
    const change = { lastError: error };
    if (!(await moveDelivery(tx.db, delivery.id, UNDER_WAY, "queued", tx.now(), change))) return;
    await recordFailure(tx, delivery, error, null);
    await sendAgain(tx, outgoing, at);
  });
  return true;
}

/**
 * Something was said before an automatic reply left: it would answer the wrong words, or twice.
 * A call that was made before may have arrived, whatever its answer was: nobody knows.
 */
export async function settleStale(
  ctx: Context,
  { delivery, message }: Outgoing,
  because: string,
): Promise<void> {
  const called = delivery.transport === "webhook" && delivery.tries > 0;
  const error = called
    ? `Not sent again: ${because}. An earlier call may have arrived.`
    : `Not sent: ${because}.`;
  await transaction(ctx, async (tx) => {
    await lockTicket(tx.db, message.ticketId);
    const change = { lastError: error };
    const to = called ? "unknown" : "cancelled";
    if (!(await moveDelivery(tx.db, delivery.id, ["queued"], to, tx.now(), change))) return;
    await recordFailure(tx, delivery, error, to);
  });
}

/**
 * Queues the job once more. Its id holds the time of asking: a job that came too early, by the
 * database's clock, must not be taken for the one that it sends.
 */
export async function sendAgain(
  ctx: Context,
  { delivery, wantedAt }: Pick<Outgoing, "delivery" | "wantedAt">,
  at: Date,
): Promise<void> {
  const { ticketId, messageId, thenStatus } = delivery;
  await ctx.jobs.send(
    ctx.db,
    SEND_REPLY,
    { ticketId, messageId, attemptId: null, thenStatus, ...(wantedAt && { wantedAt }) },
    {
      id: derivedId(delivery.id, `${ctx.now().toISOString()} ${at.toISOString()}`),
      startAfter: at,
    },
  );
}

async function recordFailure(
  ctx: Context,
  { id: deliveryId, ticketId, messageId }: Delivery,
  error: string,
  /** Null: it is tried again. */
  state: "failed" | "unknown" | "cancelled" | null,
): Promise<void> {
  const told = { ticketId, messageId, deliveryId, error };
  await recordEvent(ctx, "reply.failed", {
    ...told,
    ...(state ? { final: true, state } : { final: false }),
  });
}

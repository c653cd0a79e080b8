import { z } from "zod";
import { destinationOf } from "../channel";
import type { DeliveryState } from "../channel/model";
import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { lockTicket, participantsOf, type Ticket } from "../ticket";
import { NOWHERE } from "./prepare";
import { sendAgain } from "./settle";
import { type Delivery, deliveryById, moveDelivery } from "./store";

export const DeliveryInput = z.object({ deliveryId: z.uuid() });
export type DeliveryInput = z.output<typeof DeliveryInput>;

type Changed = { state: DeliveryState };

const RETRYABLE: readonly DeliveryState[] = ["queued", "failed", "unknown", "cancelled"];
const STOPPABLE: readonly DeliveryState[] = ["queued", "failed", "unknown"];

/**
 * Sends a reply again that has not left, or of which nobody knows. It carries the same id, so that
 * mail programs and other systems can tell the second copy.
 *
 * @throws `conflict` when it is being sent or was, or still has no destination
 */
export async function retryDelivery(ctx: Context, input: DeliveryInput): Promise<Changed> {
  return change(ctx, input, RETRYABLE, async (tx, delivery, ticket) => {
    const place = await placeNow(tx, delivery, ticket);
    const fresh = { ...place, tries: 0, lastError: null };
    const moved = await moveDelivery(tx.db, delivery.id, RETRYABLE, "queued", tx.now(), fresh);
    if (moved) await sendAgain(tx, { delivery, wantedAt: tx.now().toISOString() }, tx.now());
    return moved ? "queued" : null;
  });
}

/** Gives a reply up that has not left. The ticket stays as it is. */
export async function cancelDelivery(ctx: Context, input: DeliveryInput): Promise<Changed> {
  return change(ctx, input, STOPPABLE, async (tx, delivery) => {
    const moved = await moveDelivery(tx.db, delivery.id, STOPPABLE, "cancelled", tx.now());
    return moved ? "cancelled" : null;
  });
}

/**
 * A mail goes to the address that it was meant for, or nowhere: its words are for nobody else. One
 * that had no destination gets the one of now, and is composed anew, with the same Message-ID.
 *
 * @throws `conflict` when that address takes no part in the ticket any more
 */
async function placeNow(ctx: Context, delivery: Delivery, ticket: Ticket) {
  const others = await participantsOf(ctx.db, ticket.id);
  const meant = others.filter((one) => one === delivery.destination);
  const byMail = delivery.transport === "smtp" || delivery.transport === "outbox";
  if (byMail && delivery.destination !== NOWHERE && meant.length === 0) {
    const gone = `${delivery.destination} takes no part in this ticket any more.`;
    throw new AppError("conflict", gone);
  }
  const participants = [...meant, ...others];
  const destination = await destinationOf(ctx, { ...ticket, participants });
  if ("none" in destination) throw new AppError("conflict", destination.none);
  const { transport, address } = destination;
  const readdressed = address !== delivery.destination && transport !== "webhook";
  return { transport, destination: address, ...(readdressed && { raw: null }) };
}

async function change(
  ctx: Context,
  { deliveryId }: DeliveryInput,
  from: readonly DeliveryState[],
  move: (tx: Context, delivery: Delivery, ticket: Ticket) => Promise<"queued" | "cancelled" | null>,
): Promise<Changed> {
  requirePermission(ctx, "outbox.write");

  return transaction(ctx, async (tx) => {
    const { ticketId } = await deliveryById(tx.db, deliveryId);
    const ticket = await lockTicket(tx.db, ticketId);
    const delivery = await deliveryById(tx.db, deliveryId);
    const state = from.includes(delivery.state) ? await move(tx, delivery, ticket) : null;
    if (!state) throw new AppError("conflict", `This reply is ${STATE_WORDS[delivery.state]}.`);
    await recordEvent(tx, "delivery.changed", {
      ticketId,
      deliveryId,
      change: state === "queued" ? "retried" : "cancelled",
    });
    return { state };
  });
}

const STATE_WORDS: Record<DeliveryState, string> = {
  queued: "waiting",
  sending: "being sent right now",
  sent: "sent already",
  failed: "given up",
  cancelled: "cancelled already",
  unknown: "of unknown outcome",
};

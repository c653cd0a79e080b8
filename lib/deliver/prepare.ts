import { type Destination, destinationOf } from "../channel";
import type { Transport } from "../channel/model";
import type { EventPayload } from "../event/model";
import { type Context, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import {
  lockTicket,
  type Message,
  messageById,
  setExternalId,
  type Ticket,
  ticketById,
} from "../ticket";
import { composeCall } from "./compose-call";
import { composeReply } from "./compose-reply";
import { deskHost, replyCallId, replyMessageId } from "./message-id";
import type { Outgoing } from "./outgoing";
import { addressees } from "./recipient";
import { type Delivery, deliveryOfMessage, insertDelivery, keepRaw } from "./store";

/**
 * The delivery of a reply, made at the first call: its destination, an id that stays the same at
 * every try, and the bytes that leave.
 *
 * @returns null when the message was taken back or erased
 */
export async function prepare(
  ctx: Context,
  reply: EventPayload<"reply.approved">,
): Promise<Outgoing | null> {
  const message = await messageById(ctx.db, reply.messageId);
  if (!message) return null;
  const ticket = await ticketById(ctx.db, message.ticketId);
  const delivery =
    (await deliveryOfMessage(ctx.db, message.id)) ??
    (await createDelivery(ctx, ticket, message, reply));
  if (!delivery) return null;
  if (delivery.raw !== null || delivery.destination === NOWHERE)
    return { delivery, ticket, message };
  const outgoing = { delivery, ticket, message };
  const raw = byMail(delivery.transport)
    ? await composeReply(ctx, outgoing)
    : await composeCall(ctx, outgoing);
  return { ...outgoing, delivery: await keepRaw(ctx.db, delivery.id, raw, ctx.now()) };
}

/** Stands for a destination that was lost after the reply had been approved. */
export const NOWHERE = "nowhere";

async function createDelivery(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  { ticketId: approvedIn, thenStatus }: EventPayload<"reply.approved">,
): Promise<Delivery | null> {
  // A merge since the approval brings other people in; nobody has approved that they get it.
  const approved = approvedIn === ticket.id ? ticket : await ticketById(ctx.db, approvedIn);
  const participants = await addressees(ctx, message, approved.id);
  const place = placeOf(await destinationOf(ctx, { ...approved, participants }), approved);
  return transaction(ctx, async (tx) => {
    // Whoever takes the reply back holds this lock; afterwards the message is gone.
    await lockTicket(tx.db, ticket.id);
    if (!(await messageById(tx.db, message.id))) return null;
    const made = await insertDelivery(tx.db, {
      id: newId(),
      ticketId: approved.id,
      messageId: message.id,
      ...place,
      stableId: stableIdOf(tx, message, place),
      thenStatus,
      createdAt: tx.now(),
      updatedAt: tx.now(),
    });
    if (made) await setExternalId(tx.db, message.id, made.stableId);
    return made ?? (await deliveryOfMessage(tx.db, message.id));
  });
}

/** By the ticket's channel where there is no destination, so that a person can try again later. */
function placeOf(destination: Destination, ticket: Ticket) {
  if ("none" in destination) {
    const transport = ticket.channel === "webhook" ? ("webhook" as const) : ("outbox" as const);
    return { transport, destination: NOWHERE, lastError: destination.none };
  }
  return { transport: destination.transport, destination: destination.address };
}

function stableIdOf(
  { env }: Context,
  message: Message,
  place: { transport: Transport; destination: string },
): string {
  if (!byMail(place.transport)) return replyCallId(message.id);
  return replyMessageId(env.NEXTAUTH_SECRET, deskHost(env), {
    ticketId: message.ticketId,
    messageId: message.id,
    to: place.destination,
  });
}

const byMail = (transport: Transport) => transport === "smtp" || transport === "outbox";

import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import type { Author, MessageKind } from "./model";
import { mergedAway } from "./move-ticket";
import { insertMessage, lockTicket, type Message, type TicketChange, updateTicket } from "./store";

export type NewMessage = {
  ticketId: string;
  author: Author;
  kind?: MessageKind;
  public: boolean;
  text: string;
  /** Clean HTML of the same words. */
  html?: string | null;
  personId?: string | null;
  customerId?: string | null;
  externalId?: string | null;
  connectionId?: string | null;
  landedBecause?: string;
  metadata?: Record<string, unknown>;
  attachments?: { url: string; name?: string }[];
  /** False: it asks for nothing ("thanks"), so that nobody begins to wait because of it. */
  asks?: boolean;
  createdAt: Date;
};

/**
 * Adds a message to the thread and keeps `waiting_since` right: a customer's message starts the
 * wait unless it runs already, and ends a snooze; a public reply ends the wait. Notes change nothing.
 */
export async function addMessage(
  ctx: Context,
  { asks = true, ...input }: NewMessage,
): Promise<Message> {
  const ticket = await lockTicket(ctx.db, input.ticketId);
  if (ticket.mergedIntoId) throw await mergedAway(ctx, ticket.mergedIntoId);
  const message = await insertMessage(ctx.db, { id: newId(), kind: "message", ...input });
  const change: TicketChange = {};
  if (message.public && message.author === "customer" && asks) {
    change.waitingSince = ticket.waitingSince ?? input.createdAt;
    if (ticket.snoozedUntil) change.snoozedUntil = null;
  } else if (message.public && (message.author === "agent" || message.author === "ai")) {
    change.waitingSince = null;
    change.firstResponseAt = ticket.firstResponseAt ?? input.createdAt;
  }
  await updateTicket(ctx.db, ticket.id, change, ctx.now());
  if (change.snoozedUntil === null) {
    const because = "The customer has written.";
    await recordEvent(ctx, "ticket.woken", { ticketId: ticket.id, because });
  }
  return message;
}

import type { Context } from "../platform/context";
import {
  continuationOf,
  followMerge,
  isParticipant,
  type Ticket,
  ticketByConversation,
  ticketByReference,
} from "../ticket";
import type { Sender } from "./arrival";
import type { IngestInput } from "./model";

/** Where a request belongs, and why, in plain words. */
export type Place =
  | { join: Ticket; because: string }
  | { join: null; linked: Ticket | null; conversationId: string | null; because: string };

/**
 * Finds the ticket that a request continues. Naming a ticket is no right to enter it: whoever is no
 * participant gets a ticket of their own, linked to the one they named; what they write next under
 * the same name joins that.
 */
export async function placeOf(
  ctx: Context,
  sender: Pick<Sender, "connectionId" | "customerId">,
  input: IngestInput,
): Promise<Place> {
  const { connectionId } = sender;
  const conversationId = input.conversation_id ?? null;
  const conversation = conversationId && (await ticketByConversation(ctx.db, conversationId));
  if (conversation) {
    const { ticket, words } = await whereNow(ctx, conversation);
    const why = `It is part of the conversation of ticket ${words}`;
    // A conversation of another connection is no business of this one, whoever is named as its writer.
    const ours = conversation.connectionId === connectionId;
    if (ours && (await isParticipant(ctx.db, ticket.id, input.customer_email))) {
      return { join: ticket, because: `${why}.` };
    }
    return stranger(ctx, sender, input, { ticket, found: conversation, why, conversationId: null });
  }
  const named =
    input.in_reply_to && (await ticketByReference(ctx.db, connectionId, input.in_reply_to));
  if (named) {
    const { ticket, words } = await whereNow(ctx, named);
    const why = `It answers a message of ticket ${words}`;
    if (await isParticipant(ctx.db, ticket.id, input.customer_email)) {
      return { join: ticket, because: `${why}.` };
    }
    return stranger(ctx, sender, input, { ticket, found: named, why, conversationId });
  }
  const because = input.in_reply_to
    ? "It is new: no message here is the one that it answers."
    : "It is new: it names no earlier ticket.";
  return { join: null, linked: null, conversationId, because };
}

/** Where the messages of a ticket are now: those of a merged one are in another. */
async function whereNow(ctx: Context, found: Ticket): Promise<{ ticket: Ticket; words: string }> {
  const ticket = await followMerge(ctx.db, found);
  const merged = ticket.id !== found.id;
  const words = merged
    ? `#${found.number}, which is merged into #${ticket.number}`
    : `#${found.number}`;
  return { ticket, words };
}

type Named = { ticket: Ticket; found: Ticket; why: string; conversationId: string | null };

/** The ticket that the sender has got for it before, or a new one. */
async function stranger(
  ctx: Context,
  sender: Pick<Sender, "connectionId" | "customerId">,
  input: IngestInput,
  { ticket, found, why, conversationId }: Named,
): Promise<Place> {
  const outside = `${why}, but its sender is not part of that one.`;
  const own =
    (await continuationOf(ctx.db, ticket.id, sender)) ??
    (found.id === ticket.id ? null : await continuationOf(ctx.db, found.id, sender));
  if (own) {
    const now = await whereNow(ctx, own);
    if (await isParticipant(ctx.db, now.ticket.id, input.customer_email)) {
      return { join: now.ticket, because: `${outside} It goes on in their own, ${now.words}.` };
    }
  }
  const because = `${outside} So it is a ticket of its own, linked to it.`;
  return { join: null, linked: ticket, conversationId, because };
}

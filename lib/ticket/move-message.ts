import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { createTicket } from "./create-ticket";
import type { MoveMessageInput, SplitMessageInput } from "./inputs";
import { messageById } from "./message-store";
import { holdsOthers, lockTickets, putMessage, repliedAfter } from "./move-message-store";
import { mergedAway, moveTicket } from "./move-ticket";
import { lockTicket, type Message, type Ticket, type TicketChange, updateTicket } from "./store";
import { waitFrom } from "./wait-store";

/** Characters of a message that become the subject of its own ticket. */
const SUBJECT_LENGTH = 80;

/**
 * Puts a customer's message, or a note, into another ticket. Who waits there and here follows from
 * the messages. Nothing is routed again: the message has been.
 *
 * @throws `conflict` for what we have sent, and for the only message of its ticket
 */
export async function moveMessage(
  ctx: Context,
  input: MoveMessageInput,
): Promise<{ ticketId: string }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const found = await movable(tx, input.messageId);
    if (found.ticketId === input.toTicketId) {
      throw new AppError("conflict", "This message is in that ticket.");
    }
    const [source, target] = await lockTickets(tx.db, found.ticketId, input.toTicketId);
    if (target.mergedIntoId) throw await mergedAway(tx, target.mergedIntoId);
    if (target.demo !== source.demo) {
      throw new AppError("conflict", "Messages of the demo and real ones don't mix.");
    }
    await leave(tx, found, source, target);
    await arrive(tx, found, target);
    return { ticketId: target.id };
  });
}

/**
 * Makes a ticket of its own of a customer's message: open, and waiting for us. It keeps what is
 * known of the ticket that it comes from: what it is about, its urgency and its team.
 *
 * @throws `conflict` for what we have sent, notes, and the only message of its ticket
 */
export async function splitMessage(
  ctx: Context,
  input: SplitMessageInput,
  participants: string[],
): Promise<{ ticketId: string }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const found = await movable(tx, input.messageId);
    if (found.author !== "customer") {
      throw new AppError("conflict", "Only a customer's message can become a ticket.");
    }
    const source = await lockTicket(tx.db, found.ticketId);
    const target = await createTicket(tx, {
      ...classificationOf(source),
      customerId: found.customerId ?? source.customerId,
      channel: source.channel,
      source: source.source,
      connectionId: source.connectionId,
      subject: input.subject ?? firstWords(found.text),
      body: found.text,
      participants,
      linkedTicketId: source.id,
      linkKind: "split",
      historic: source.historic,
      demo: source.demo,
      createdAt: found.createdAt,
    });
    await leave(tx, found, source, target);
    await updateTicket(tx.db, target.id, { waitingSince: found.createdAt }, tx.now());
    const because = `A person made it of a message of #${source.number}.`;
    const link = { ticketId: target.id, linkedTicketId: source.id, kind: "split" } as const;
    await recordEvent(tx, "ticket.linked", { ...link, because });
    return { ticketId: target.id };
  });
}

async function movable(ctx: Context, messageId: string): Promise<Message> {
  const message = await messageById(ctx.db, messageId);
  if (!message) throw new AppError("not_found", "There is no such message.");
  if (message.public && message.author !== "customer") {
    throw new AppError("conflict", "What was sent to a customer stays where it was sent.");
  }
  return message;
}

/** Takes the message out of `source`; whoever waited there because of it waits no more. */
async function leave(ctx: Context, message: Message, source: Ticket, target: Ticket) {
  if (source.mergedIntoId) throw await mergedAway(ctx, source.mergedIntoId);
  if (message.public && !(await holdsOthers(ctx.db, source.id, message.id))) {
    throw new AppError(
      "conflict",
      "This is the only message of its ticket. Merge the tickets instead.",
    );
  }
  const why = `Moved here from #${source.number} by a person.`;
  const landedBecause = message.landedBecause ? `${why} ${message.landedBecause}` : why;
  await putMessage(ctx.db, message.id, source.id, target.id, landedBecause);
  const waited = source.waitingSince?.getTime() === message.createdAt.getTime();
  const change: TicketChange = waited ? { waitingSince: await waitFrom(ctx.db, source.id) } : {};
  await updateTicket(ctx.db, source.id, change, ctx.now());
  for (const ticketId of [source.id, target.id]) {
    await recordEvent(ctx, "message.moved", {
      ticketId,
      messageId: message.id,
      fromTicketId: source.id,
      toTicketId: target.id,
      split: target.linkKind === "split" && target.linkedTicketId === source.id,
    });
  }
}

/** A message that nobody has answered in its new ticket starts the wait there, and opens it. */
async function arrive(ctx: Context, message: Message, target: Ticket): Promise<void> {
  const asks =
    message.public &&
    message.metadata.confirmation !== true &&
    message.metadata.fromHistory !== true;
  if (!asks || (await repliedAfter(ctx.db, target.id, message))) {
    await updateTicket(ctx.db, target.id, {}, ctx.now());
    return;
  }
  if (target.status !== "open" && target.status !== "in_progress") {
    const because = "A message of the customer was moved here.";
    await moveTicket(ctx, { ticketId: target.id, to: "open", mover: "person", because });
  }
  const since = target.waitingSince;
  const waitingSince = since && since < message.createdAt ? since : message.createdAt;
  const change: TicketChange = { waitingSince };
  if (target.snoozedUntil) change.snoozedUntil = null;
  await updateTicket(ctx.db, target.id, change, ctx.now());
  if (target.snoozedUntil) {
    const because = "A message of the customer was moved here.";
    await recordEvent(ctx, "ticket.woken", { ticketId: target.id, because });
  }
}

/** What is known of a ticket, for one that is made of a part of it. */
const classificationOf = (ticket: Ticket) => ({
  category: ticket.category,
  productArea: ticket.productArea,
  intents: ticket.intents,
  primaryIntent: ticket.primaryIntent,
  sentiment: ticket.sentiment,
  language: ticket.language,
  priority: ticket.priority,
  priorityReasons: ticket.priorityReasons,
  teamId: ticket.teamId,
  tags: ticket.tags,
  value: ticket.value,
});

function firstWords(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, " ").trim();
  if (line.length <= SUBJECT_LENGTH) return line;
  return `${line.slice(0, SUBJECT_LENGTH).replace(/\s\S*$|[\ud800-\udbff]$/u, "")}…`;
}

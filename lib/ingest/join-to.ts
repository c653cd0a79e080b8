import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import {
  addMessage,
  lastReply,
  lockTicket,
  mergeHistory,
  moveTicket,
  type Ticket,
  updateTicket,
} from "../ticket";
import {
  handOverReason,
  type Landed,
  messageOf,
  type Request,
  type Sender,
  toolNames,
  turnsOf,
  writtenAt,
} from "./arrival";
import { looksLikeConfirmation, onlyConfirms, settles } from "./confirmation";
import { noteOf } from "./create-from";
import type { IngestInput } from "./model";
import { settleOutcome } from "./outcome";

/** Adds a request to a ticket that is there. Whoever sends it is a participant. */
export async function joinTo(
  ctx: Context,
  ticketId: string,
  because: string,
  sender: Sender,
  { input }: Request,
): Promise<Landed> {
  const ticket = await lockTicket(ctx.db, ticketId);
  const arriving =
    input.kind === "message" ? { author: "customer" as const, text: input.body ?? "" } : undefined;
  const before = writtenAt(ctx, input);
  const turns = await mergeHistory(ctx, ticketId, turnsOf(input), before, arriving);
  await enrich(ctx, ticket, input);
  await tellContext(ctx, ticket, input, turns);
  const { createdAt } = ticket;
  if (input.kind === "message") {
    const said = await addSaid(ctx, ticket, because, sender, input);
    return { ticketId, createdAt, ...said, outcome: "joined" };
  }
  const { id: messageId } = await addMessage(ctx, {
    ticketId,
    ...noteOf(ctx, input, sender, because),
  });
  await recordEvent(ctx, "note.added", { ticketId, messageId });
  if (input.kind === "tool_result") {
    return { ticketId, createdAt, messageId, status: ticket.status, outcome: "noted" };
  }
  const status = await settleOutcome(ctx, ticketId, sender, input);
  return { ticketId, createdAt, messageId, status, outcome: "moved" };
}

/** A message of the customer. It re-opens the ticket, unless it only thanks or confirms. */
async function addSaid(
  ctx: Context,
  ticket: Ticket,
  because: string,
  sender: Sender,
  input: IngestInput,
): Promise<Pick<Landed, "messageId" | "status">> {
  const ticketId = ticket.id;
  const message = messageOf(ctx, input, sender, because);
  const reply = looksLikeConfirmation(message.text) ? await lastReply(ctx.db, ticketId) : null;
  const confirms =
    looksLikeConfirmation(message.text) && onlyConfirms(message.text, reply?.text ?? null);
  const { id: messageId } = await addMessage(ctx, {
    ...message,
    ticketId,
    author: "customer",
    customerId: sender.customerId,
    public: true,
    asks: !confirms,
    metadata: { ...message.metadata, ...(confirms && { confirmation: true }) },
  });
  if (confirms) {
    const why = `${because} It only thanks or confirms, so nothing is re-opened and nothing drafted.`;
    await recordEvent(ctx, "message.confirmed", { ticketId, messageId, because: why });
    const done = awaitsOnlyThem(ticket) && reply !== null && settles(message.text, reply);
    if (done) {
      const solved = "The customer has confirmed our reply.";
      await moveTicket(ctx, { ticketId, to: "resolved", mover: "customer", because: solved });
    }
    return { messageId, status: done ? "resolved" : ticket.status };
  }
  const reopens = ticket.status !== "open" && ticket.status !== "in_progress";
  if (reopens) {
    const why = `The customer has written again. ${because}`;
    await moveTicket(ctx, { ticketId, to: "open", mover: "customer", because: why });
  }
  await recordEvent(ctx, "message.received", { ticketId, messageId, outcome: "joined", because });
  return { messageId, status: reopens ? "open" : ticket.status };
}

/** We have answered, and wait for the customer: a draft that is held for us is no answer. */
const awaitsOnlyThem = ({ status, waitingSince }: Ticket) =>
  status === "pending_customer" && waitingSince === null;

/** What a later request tells of the ticket is added to what was known. */
async function enrich(ctx: Context, ticket: Ticket, input: IngestInput): Promise<void> {
  const tags = [...new Set([...ticket.tags, ...input.tags])];
  const toolsUsed = [...new Set([...ticket.toolsUsed, ...toolNames(input)])];
  const escalationReason = handOverReason(input, ticket.escalationReason);
  const productArea = input.product_area ?? ticket.productArea;
  if (
    productArea === ticket.productArea &&
    tags.length === ticket.tags.length &&
    toolsUsed.length === ticket.toolsUsed.length &&
    escalationReason === ticket.escalationReason
  ) {
    return;
  }
  const change = { tags, toolsUsed, escalationReason, productArea };
  await updateTicket(ctx.db, ticket.id, change, ctx.now());
}

/** What people see when they take over is built again, also when no message of the customer came. */
async function tellContext(
  ctx: Context,
  ticket: Ticket,
  input: IngestInput,
  turns: number,
): Promise<void> {
  const tools = toolNames(input);
  const { escalationReason: before } = ticket;
  const escalated = handOverReason(input, before) !== before;
  const results = input.kind === "tool_result";
  if (turns === 0 && tools.length === 0 && !escalated && !results) return;
  const context = { ticketId: ticket.id, turns, tools, escalated };
  await recordEvent(ctx, "ticket.context_added", context);
}

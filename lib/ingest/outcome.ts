import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import {
  lastCustomerMessage,
  linkDuplicate,
  moveTicket,
  ticketById,
  ticketByReference,
  updateTicket,
} from "../ticket";
import { TICKET_PREFIX, type TicketStatus } from "../ticket/model";
import type { Sender } from "./arrival";
import type { IngestInput } from "./model";
import { receiptOf } from "./store";

/** What another system says of a conversation, and what the ticket becomes of it. */
const BECOMES = {
  resolved: ["resolved", "The system that sent it says that it is resolved."],
  escalated: ["open", "The system that sent it hands it over to people."],
  pending_customer: ["pending_customer", "The system that sent it waits for the customer."],
  duplicate: ["closed", "The system that sent it says that it is a duplicate."],
} as const satisfies Record<string, readonly [TicketStatus, string]>;

/**
 * Moves a ticket as an `outcome` says. Call it inside the transaction that stores the request.
 *
 * @returns the status that it has then
 * @throws `invalid` when `duplicate_of` names no other ticket
 */
export async function settleOutcome(
  ctx: Context,
  ticketId: string,
  sender: Sender,
  input: IngestInput,
): Promise<TicketStatus> {
  const state = input.resolution_state;
  if (!state) throw new Error("an outcome without its state has passed the schema");
  const [to, words] = BECOMES[state];
  const because = input.escalation_reason ? `${words} ${input.escalation_reason}` : words;
  if (state === "duplicate") {
    const linkedTicketId = await otherTicket(ctx, ticketId, sender, input.duplicate_of ?? "");
    await linkDuplicate(ctx, { ticketId, linkedTicketId, because });
  }
  if (state === "escalated") await handOver(ctx, ticketId, because);
  // The customer was answered over there; it is their turn.
  if (state === "pending_customer") {
    await updateTicket(ctx.db, ticketId, { waitingSince: null }, ctx.now());
  }
  const { status } = await ticketById(ctx.db, ticketId);
  if (status === to) return status;
  // From a settled ticket there is no step to waiting for the customer but by way of open.
  if (to !== "open" && (status === "resolved" || status === "closed") && to !== "closed") {
    await moveTicket(ctx, { ticketId, to: "open", mover: "system", because });
  }
  await moveTicket(ctx, { ticketId, to, mover: "system", because });
  return to;
}

/** The customer now waits for us, and routing finds people for what they said last. */
async function handOver(ctx: Context, ticketId: string, because: string): Promise<void> {
  const { waitingSince } = await ticketById(ctx.db, ticketId);
  const change = { waitingSince: waitingSince ?? ctx.now() };
  await updateTicket(ctx.db, ticketId, change, ctx.now());
  const last = await lastCustomerMessage(ctx.db, ticketId);
  if (!last) return;
  const event = { ticketId, messageId: last.id, outcome: "joined", because } as const;
  await recordEvent(ctx, "message.received", event);
}

async function otherTicket(
  ctx: Context,
  ticketId: string,
  { connectionId }: Sender,
  name: string,
): Promise<string> {
  const id = fromPublicId(TICKET_PREFIX, name);
  const other = id
    ? await ticketById(ctx.db, id).catch(unlessMissing)
    : ((await ticketByReference(ctx.db, connectionId, name)) ??
      (await byReceipt(ctx, connectionId, name)));
  if (!other || other.id === ticketId || other.connectionId !== connectionId) {
    throw new AppError("invalid", "Some fields are not right.", {
      fields: {
        duplicate_of: [other?.id === ticketId ? "is the ticket itself" : "names no ticket"],
      },
    });
  }
  return other.id;
}

async function byReceipt(ctx: Context, connectionId: string, externalId: string) {
  const receipt = await receiptOf(ctx.db, connectionId, externalId);
  return receipt && ticketById(ctx.db, receipt.ticketId);
}

function unlessMissing(error: unknown): null {
  if (error instanceof AppError && error.code === "not_found") return null;
  throw error;
}

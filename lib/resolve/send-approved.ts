import { destinationOf } from "../channel";
import { getSetting } from "../desk";
import { recordEvent } from "../event";
import type { EventPayload } from "../event/model";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { addMessage, beginWork, participantsOf, type Ticket } from "../ticket";
import type { Author, TicketStatus } from "../ticket/model";
import { openPlaceholders } from "./model";
import { refuseIfReplying } from "./reply-guards";

export type Before = NonNullable<EventPayload<"reply.approved">["undo"]>;

type ApprovedReply = {
  ticket: Ticket;
  author: Extract<Author, "agent" | "ai">;
  personId: string;
  attemptId: string | null;
  /** Attempts that the reply settles, as they were. */
  settles: Before["attempts"];
  text: string;
  /** Clean HTML of the same words, where they have formatting. */
  html?: string | null;
  thenStatus: TicketStatus;
  because: string;
  /** Also when somebody else is replying. */
  takeOver?: boolean | undefined;
};

export type OnItsWay = {
  messageId: string;
  /** ISO 8601: until then it can be taken back. Null: it leaves at once. */
  undoUntil: string | null;
};

/**
 * Puts a person's reply, or one that a person approved, into the thread and on its way: delivery
 * follows the event when the time to undo is over, and sends exactly the stored text. Call it with
 * the ticket locked.
 *
 * @throws `conflict` when somebody else is replying, or the ticket's channel leads nowhere;
 *   `invalid` when a placeholder stands in it
 */
export async function sendApproved(ctx: Context, reply: ApprovedReply): Promise<OnItsWay> {
  const { ticket, author, personId, attemptId, text, html, thenStatus } = reply;
  refuseIfUnfilled(text);
  await refuseIfReplying(ctx, { ticketId: ticket.id, personId, takeOver: reply.takeOver });
  const participants = await participantsOf(ctx.db, ticket.id);
  const destination = await destinationOf(ctx, { ...ticket, participants });
  if ("none" in destination) throw new AppError("conflict", destination.none);
  const message = await addMessage(ctx, {
    ticketId: ticket.id,
    author,
    public: true,
    text,
    html: html ?? null,
    personId,
    createdAt: ctx.now(),
  });
  await beginWork(ctx, ticket.id, reply.because);
  const seconds = await getSetting(ctx.db, "reply.undoSeconds");
  const undoUntil =
    seconds > 0 ? new Date(ctx.now().getTime() + seconds * 1000).toISOString() : null;
  await recordEvent(ctx, "reply.approved", {
    ticketId: ticket.id,
    messageId: message.id,
    attemptId,
    thenStatus,
    ...(undoUntil && { notBefore: undoUntil, undo: asItIs(ticket, reply.settles) }),
  });
  return { messageId: message.id, undoUntil };
}

/** What nobody has filled in is never sent as it stands. @throws `invalid`, naming it */
function refuseIfUnfilled(text: string): void {
  const names = openPlaceholders(text).join(", ");
  if (names === "") return;
  const message = `Nobody has filled in ${names}. Write what belongs there before you send.`;
  throw new AppError("invalid", message, { fields: { text: [message] } });
}

const iso = (time: Date | null) => time?.toISOString() ?? null;

/** What a ticket is, to put back when a person takes back what they are doing now. */
export function asItIs(ticket: Ticket, attempts: Before["attempts"]): Before {
  return {
    status: ticket.status,
    waitingSince: iso(ticket.waitingSince),
    firstResponseAt: iso(ticket.firstResponseAt),
    assigneeId: ticket.assigneeId,
    resolvedAt: iso(ticket.resolvedAt),
    closedAt: iso(ticket.closedAt),
    attempts,
  };
}

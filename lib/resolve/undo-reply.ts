import { z } from "zod";
import { eventsOfTicket, recordEvent } from "../event";
import { EVENTS } from "../event/model";
import { deliveryBegun } from "../insights";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { lockTicket, type Message, messageById, removeUnsent } from "../ticket";
import { putBack, type Undone } from "./put-back";

export const UndoReplyInput = z.object({ messageId: z.uuid() });
export type UndoReplyInput = z.output<typeof UndoReplyInput>;

/**
 * Takes a reply back that a person has sent, while it waits to leave: the message is removed, and
 * the ticket and its drafts are what they were. Delivery and this exclude each other by the
 * ticket's lock and the delivery's own; the clock alone would not do, since processes differ.
 *
 * @returns the text, for whoever goes on writing
 * @throws `conflict` when it is too late; `forbidden` when somebody else has sent it
 */
export async function undoReply(
  ctx: Context,
  { messageId }: UndoReplyInput,
): Promise<{ ticketId: string; text: string; html: string | null }> {
  requirePermission(ctx, "ticket.reply");
  const personId = requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const found = await messageById(tx.db, messageId);
    if (!found) throw new AppError("not_found", "There is no such reply any more.");
    const ticket = await lockTicket(tx.db, found.ticketId);
    const message = await messageById(tx.db, messageId);
    if (message?.ticketId !== ticket.id) throw tooLate();
    if (message.personId !== personId && !isAdmin(tx)) {
      throw new AppError("forbidden", "Only who sent this reply can take it back.");
    }
    const undone = await whileItWaits(tx, message);
    await putBack(tx, ticket, message, undone);
    await removeUnsent(tx.db, messageId);
    await recordEvent(tx, "reply.undone", { ticketId: ticket.id, messageId });
    return { ticketId: ticket.id, text: message.text, html: message.html };
  });
}

const isAdmin = ({ actor }: Context) => actor.type === "person" && actor.role === "admin";
const tooLate = () => new AppError("conflict", "It is too late: this reply can't be taken back.");

/** How the reply was sent, and what has happened since. @throws `conflict` when it waits no more */
async function whileItWaits(ctx: Context, { id, ticketId }: Message): Promise<Undone> {
  const told = await eventsOfTicket(ctx.db, ticketId, [
    "reply.approved",
    "ticket.status_changed",
    "ticket.assigned",
  ]);
  const at = told.findLastIndex(
    ({ type, payload }) => type === "reply.approved" && payload.messageId === id,
  );
  const sent = EVENTS["reply.approved"].safeParse(told[at]?.payload).data;
  if (!sent?.undo || !sent.notBefore || ctx.now() >= new Date(sent.notBefore)) throw tooLate();
  if (await deliveryBegun(ctx.db, id)) throw tooLate();
  const since = told.slice(at + 1).map(({ type }) => type);
  return {
    before: sent.undo,
    moved: since.includes("ticket.status_changed"),
    // An own reply makes the ticket the writer's: that is the first of these.
    assigned:
      sent.attemptId === null && since.filter((one) => one === "ticket.assigned").length === 1,
  };
}

import { customerByEmail, customerContext } from "../customer";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import {
  type MoveMessageInput,
  messageById,
  moveMessage,
  participantsOf,
  type SplitMessageInput,
  splitMessage,
  ticketById,
} from "../ticket";

/**
 * Puts a message into another ticket, if whoever reads and is answered there belongs to the same
 * account. Merging can be meant across accounts and says so; a note is ours, and goes anywhere.
 *
 * @throws `conflict` across accounts, and as `moveMessage` does
 */
export async function moveByPerson(
  ctx: Context,
  input: MoveMessageInput,
): Promise<{ ticketId: string }> {
  requirePermission(ctx, "ticket.write");
  const message = await messageById(ctx.db, input.messageId);
  if (message?.public) {
    const [from, to] = [
      await accountOf(ctx, message.ticketId),
      await accountOf(ctx, input.toTicketId),
    ];
    if (from !== to) {
      throw new AppError("conflict", "These tickets belong to different accounts.");
    }
  }
  return moveMessage(ctx, input);
}

/**
 * Makes a ticket of a customer's message. Of the participants those come along who belong to its
 * author's account: after a merge across accounts the others have no business in it.
 */
export async function splitByPerson(
  ctx: Context,
  input: SplitMessageInput,
): Promise<{ ticketId: string }> {
  requirePermission(ctx, "ticket.write");
  const message = await messageById(ctx.db, input.messageId);
  if (!message?.customerId) return splitMessage(ctx, input, []); // which says why it can't be
  const { account } = await customerContext(ctx.db, message.customerId);
  const participants: string[] = [];
  for (const email of await participantsOf(ctx.db, message.ticketId)) {
    const known = await customerByEmail(ctx.db, email);
    if (known?.accountId === account.id) participants.push(email);
  }
  return splitMessage(ctx, input, participants);
}

async function accountOf(ctx: Context, ticketId: string): Promise<string> {
  const { customerId } = await ticketById(ctx.db, ticketId);
  return (await customerContext(ctx.db, customerId)).account.id;
}

import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { type Mover, mayMove, statusWords, type TicketStatus } from "./model";
import { ticketById, updateStatus } from "./store";

type Move = { ticketId: string; to: TicketStatus; mover: Mover; because: string };

/**
 * Changes a ticket's status; the only way to do so. Staying where it is does nothing.
 * Call it inside a transaction.
 *
 * @throws `conflict` when the table of transitions has no such move, or somebody was faster
 */
export async function moveTicket(
  ctx: Context,
  { ticketId, to, mover, because }: Move,
): Promise<void> {
  const { status: from, mergedIntoId } = await ticketById(ctx.db, ticketId);
  if (from === to) return;
  if (mergedIntoId && mover !== "undo") throw await mergedAway(ctx, mergedIntoId);
  if (
    !mayMove(from, to, mover) ||
    !(await updateStatus(ctx.db, ticketId, from, to, mover, ctx.now()))
  ) {
    throw new AppError(
      "conflict",
      `This ticket is ${statusWords(from)}; it can't become ${statusWords(to)} now.`,
    );
  }
  await recordEvent(ctx, "ticket.status_changed", { ticketId, from, to, because });
}

/** The refusal for a ticket whose messages are in another one. */
export async function mergedAway(ctx: Context, mergedIntoId: string): Promise<AppError> {
  const { number } = await ticketById(ctx.db, mergedIntoId);
  return new AppError(
    "conflict",
    `This ticket is merged into #${number}. Go on there, or undo the merge first.`,
  );
}

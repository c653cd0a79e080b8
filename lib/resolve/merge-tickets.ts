import { customerContext } from "../customer";
import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import {
  expectVersion,
  insertMerge,
  lockTickets,
  mergeById,
  separateTickets,
  type Ticket,
  ticketById,
  uniteTickets,
} from "../ticket";
import { isSettled, type MergedAttempt } from "../ticket/model";
import type { MergeTicketsInput, UnmergeTicketsInput } from "./merge-inputs";
import { holdAgain, moveAttempts, returnAttempts } from "./merge-store";

/**
 * Puts one ticket into another: everything said, whoever takes part, the drafts and the wait. The
 * emptied one is closed and leads there. What was is kept, so that it can be undone.
 *
 * @throws `conflict` when they can't be merged, or belong to different accounts and nobody has said
 *   that this is meant
 */
export async function mergeTickets(
  ctx: Context,
  input: MergeTicketsInput,
): Promise<{ mergeId: string }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);
  if (input.sourceId === input.targetId) {
    throw new AppError("conflict", "A ticket can't be merged into itself.");
  }

  return transaction(ctx, async (tx) => {
    const [source, target] = await lockTickets(tx.db, input.sourceId, input.targetId);
    expectVersion(source, input.expectedVersion);
    const changed = await uniteTickets(tx, source, target);
    if (!input.acrossAccounts) await refuseAcross(tx, source, target);
    const attempts = await moveAttempts(tx.db, source.id, target.id);
    const mergeId = newId();
    await insertMerge(tx.db, {
      id: mergeId,
      sourceId: source.id,
      targetId: target.id,
      personId,
      snapshot: { ...changed, attempts },
      createdAt: tx.now(),
    });
    const messages = changed.messages.length;
    for (const [role, ticketId, otherTicketId] of sides(source, target)) {
      await recordEvent(tx, "ticket.merged", { ticketId, mergeId, role, otherTicketId, messages });
    }
    return { mergeId };
  });
}

/**
 * Undoes a merge: both tickets become what they were. What has happened since stays where it
 * happened; only what came with the source goes back.
 *
 * @throws `conflict` when it is undone already, or the target has itself been merged since
 */
export async function unmergeTickets(
  ctx: Context,
  input: UnmergeTicketsInput,
): Promise<{ sourceId: string; targetId: string }> {
  requirePermission(ctx, "ticket.write");
  requirePerson(ctx);

  return transaction(ctx, async (tx) => {
    const merge = await mergeById(tx.db, input.mergeId);
    const [source, target] = await lockTickets(tx.db, merge.sourceId, merge.targetId);
    const { messages, changed } = await separateTickets(tx, merge, source, target);
    const of = (side: MergedAttempt["of"]) =>
      merge.snapshot.attempts.filter((attempt) => attempt.of === side);
    const way = { from: target.id, to: source.id };
    const ids = of("source").map(({ id }) => id);
    await returnAttempts(tx.db, way, ids, messages);
    await holdAgain(tx.db, source.id, of("source"));
    const { status } = await ticketById(tx.db, target.id);
    // A draft to an older thread, or of a ticket that is over by now, is not worth a review.
    const over = isSettled(status) && status !== merge.snapshot.target.status;
    if (!changed && !over) await holdAgain(tx.db, target.id, of("target"));
    const mergeId = merge.id;
    for (const [role, ticketId, otherTicketId] of sides(source, target)) {
      await recordEvent(tx, "ticket.unmerged", { ticketId, mergeId, role, otherTicketId });
    }
    return { sourceId: source.id, targetId: target.id };
  });
}

const sides = (source: Ticket, target: Ticket) =>
  [
    ["source", source.id, target.id],
    ["target", target.id, source.id],
  ] as const;

async function refuseAcross(ctx: Context, source: Ticket, target: Ticket): Promise<void> {
  const [one, other] = [
    await customerContext(ctx.db, source.customerId),
    await customerContext(ctx.db, target.customerId),
  ];
  if (one.account.id === other.account.id) return;
  throw new AppError(
    "conflict",
    "These tickets belong to different accounts. Say that this is meant to merge them.",
  );
}

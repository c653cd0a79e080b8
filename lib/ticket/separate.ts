import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { columnsOf, mergedFields, stillMerged } from "./merge-fields";
import {
  countMessages,
  endMerge,
  type Merge,
  removeParticipants,
  returnThread,
  wroteIn,
} from "./merge-store";
import { isSettled } from "./model";
import { moveTicket } from "./move-ticket";
import { type Ticket, ticketById, updateTicket } from "./store";
import { waitFrom } from "./wait-store";

export type Separated = {
  /** Messages that have gone back. */
  messages: string[];
  /** Something has been said in the target since the merge. */
  changed: boolean;
};

/**
 * Undoes a merge: what came from `source` goes back, and `target` becomes what it was, where life
 * has not changed it since. Call it inside a transaction, with both locked.
 *
 * @throws `conflict` when it is undone already, or the target has been merged on
 */
export async function separateTickets(
  ctx: Context,
  merge: Merge,
  source: Ticket,
  target: Ticket,
): Promise<Separated> {
  if (target.mergedIntoId) {
    const on = await ticketById(ctx.db, target.mergedIntoId);
    throw new AppError(
      "conflict",
      `#${target.number} has been merged into #${on.number} since. Undo that merge first.`,
    );
  }
  if (!(await endMerge(ctx.db, merge.id, ctx.now()))) {
    throw new AppError("conflict", "This merge has been undone already.");
  }
  const { snapshot } = merge;
  const changed = (await countMessages(ctx.db, target.id)) !== snapshot.count;
  const messages = await returnThread(ctx.db, target.id, source.id, snapshot.messages);
  await restoreSource(ctx, merge, source, target);
  await restoreTarget(ctx, merge, source, target, changed);
  // Whoever has written in the target since the merge goes on getting its replies.
  const stays =
    source.customerId !== target.customerId &&
    (await wroteIn(ctx.db, target.id, source.customerId));
  if (!stays) await removeParticipants(ctx.db, target.id, snapshot.participants);
  return { messages, changed };
}

async function restoreSource(ctx: Context, { snapshot }: Merge, source: Ticket, target: Ticket) {
  const { tags: _tags, ...was } = snapshot.source;
  const because = `The merge into #${target.number} was undone.`;
  if (was.status) {
    await moveTicket(ctx, { ticketId: source.id, to: was.status, mover: "undo", because });
  }
  await updateTicket(ctx.db, source.id, { ...columnsOf(was), mergedIntoId: null }, ctx.now());
}

async function restoreTarget(
  ctx: Context,
  { snapshot }: Merge,
  source: Ticket,
  target: Ticket,
  changed: boolean,
): Promise<void> {
  const fields = stillMerged(snapshot.target, snapshot.after ?? {}, mergedFields(target));
  if (changed) {
    // The wait began with the source's message, but somebody may have written since.
    if (fields.waitingSince === null) {
      const from = await waitFrom(ctx.db, target.id);
      fields.waitingSince = from?.toISOString() ?? null;
    }
    const waits = fields.waitingSince ?? target.waitingSince;
    if (waits && fields.status && isSettled(fields.status)) {
      for (const key of ["status", "movedBy", "resolvedAt", "closedAt"] as const)
        delete fields[key];
    }
  }
  if (fields.status && fields.status !== target.status) {
    const because = `The merge of #${source.number} into it was undone.`;
    await moveTicket(ctx, { ticketId: target.id, to: fields.status, mover: "undo", because });
  }
  await updateTicket(ctx.db, target.id, columnsOf(fields), ctx.now());
}

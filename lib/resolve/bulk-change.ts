import { type Context, requirePermission, transaction } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { markRead, markUnread } from "../presence";
import {
  changeTags,
  lockTicket,
  setPriority,
  snoozeTicket,
  type Ticket,
  ticketById,
} from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";
import { giveTicket } from "./assign-by-person";
import { eachTicket } from "./bulk-each";
import type { BulkChange, BulkChangeInput, BulkResult, BulkUndoItem } from "./bulk-inputs";
import { mergeTickets } from "./merge-tickets";
import { heldOf } from "./review-store";
import { runMacro } from "./run-macro";
import { changeStatus } from "./status-by-person";

type Done = {
  results: BulkResult[];
  /** For `bulkUndo`: tickets that have changed, as they were. */
  undo: BulkUndoItem[];
};

/**
 * One change to many tickets, by the verb that changes one: the same permissions, events and
 * refusals. Each has its own transaction, so that one refusal leaves the others done. Safe to
 * repeat: what is so already stays.
 */
export async function bulkChange(ctx: Context, input: BulkChangeInput): Promise<Done> {
  requirePermission(ctx, "ticket.write");
  const { change } = input;
  const undo: BulkUndoItem[] = [];
  const ids = [...new Set(input.ticketIds)];
  const results = await eachTicket(
    ctx,
    ids,
    (id) => id,
    async (each, ticketId) => {
      const was = await changeOne(each, ticketId, change);
      if (was) undo.push({ ...was, ticketId: toPublicId(TICKET_PREFIX, ticketId) });
    },
  );
  return { results, undo };
}

/** @returns how to undo it; null when nothing has changed */
async function changeOne(
  ctx: Context,
  ticketId: string,
  change: BulkChange,
): Promise<BulkUndoItem | null> {
  if (change.kind === "read" || change.kind === "unread") {
    const read = change.kind === "read";
    await (read ? markRead(ctx, { ticketId }) : markUnread(ctx, { ticketId }));
    const { version } = await ticketById(ctx.db, ticketId);
    return { ticketId, version, read: !read };
  }
  if (change.kind === "merge") {
    if (ticketId === change.intoId) return null; // the one that stays
    const { intoId: targetId, acrossAccounts } = change;
    const { mergeId } = await mergeTickets(ctx, {
      sourceId: ticketId,
      targetId,
      ...(acrossAccounts !== undefined && { acrossAccounts }),
    });
    const { version } = await ticketById(ctx.db, ticketId);
    return { ticketId, version, mergeId };
  }
  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, ticketId);
    const held = await heldOf(tx.db, ticketId);
    await applyTo(tx, ticketId, change);
    const { version } = await ticketById(tx.db, ticketId);
    if (version === ticket.version) return null;
    const before = stateOf(
      ticket,
      held.map(({ id }) => id),
    );
    return { ticketId, version, before };
  });
}

type Edit = Exclude<BulkChange, { kind: "merge" | "read" | "unread" }>;

async function applyTo(ctx: Context, ticketId: string, change: Edit): Promise<unknown> {
  switch (change.kind) {
    case "assign": {
      const { personId, teamId } = change;
      return giveTicket(ctx, {
        ticketId,
        ...(personId !== undefined && { personId }),
        ...(teamId !== undefined && { teamId }),
      });
    }
    case "status":
      return changeStatus(ctx, { ticketId, status: change.status });
    case "priority":
      return setPriority(ctx, { ticketId, priority: change.priority });
    case "tag":
      return changeTags(ctx, { ticketId, add: change.add, remove: change.remove });
    case "macro":
      return runMacro(ctx, { ticketId, macroId: change.macroId });
    case "snooze":
      return snoozeTicket(ctx, { ticketId, until: change.until });
  }
}

const stateOf = (
  { status, priority, assigneeId, teamId, tags, snoozedUntil, nextTryAt }: Ticket,
  held: string[],
): NonNullable<BulkUndoItem["before"]> => ({
  status,
  priority,
  personId: assigneeId,
  teamId,
  tags,
  snoozedUntil: snoozedUntil?.toISOString() ?? null,
  nextTryAt: nextTryAt?.toISOString() ?? null,
  held,
});

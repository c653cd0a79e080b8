import { type Context, requirePermission } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { findTicket } from "./find-ticket";
import type { AttemptRecord, AttemptsView, RecordsQuery } from "./model";
import { attemptRows } from "./store";

type Row = Awaited<ReturnType<typeof attemptRows>>[number];

/** Every draft of a ticket with what it knew, newest first. @throws `not_found` */
export async function readAttempts(ctx: Context, query: RecordsQuery): Promise<AttemptsView> {
  requirePermission(ctx, "ticket.read");
  const { id, number } = await findTicket(ctx, query.id);
  const rows = await attemptRows(ctx.db, id);
  return { ticket: { id: toPublicId(TICKET_PREFIX, id), number }, attempts: rows.map(toRecord) };
}

function toRecord({ attempt, reviewer, delivery, sentAt }: Row): AttemptRecord {
  const { ticketId: _ticketId, reviewedBy: _reviewedBy, ...stored } = attempt;
  return {
    ...stored,
    reviewer,
    reviewedAt: stored.reviewedAt?.toISOString() ?? null,
    delivery,
    sentAt: sentAt?.toISOString() ?? null,
    createdAt: stored.createdAt.toISOString(),
  };
}

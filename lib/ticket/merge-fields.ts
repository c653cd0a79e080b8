import type { MergedFields } from "./model";
import type { Ticket, TicketChange } from "./store";

const iso = (time: Date | null) => time?.toISOString() ?? null;
const time = (at: string | null) => (at === null ? null : new Date(at));

/** The fields of a ticket that a merge may change, as a snapshot keeps them. */
export function mergedFields(ticket: Ticket): MergedFields {
  return {
    status: ticket.status,
    movedBy: ticket.movedBy,
    waitingSince: iso(ticket.waitingSince),
    resolvedAt: iso(ticket.resolvedAt),
    closedAt: iso(ticket.closedAt),
    snoozedUntil: iso(ticket.snoozedUntil),
    nextTryAt: iso(ticket.nextTryAt),
    tags: ticket.tags,
  };
}

/** A snapshot's fields but the status, which only a move changes, as columns. */
export function columnsOf(fields: Partial<MergedFields>): TicketChange {
  const { status: _status, waitingSince, resolvedAt, closedAt, snoozedUntil, ...rest } = fields;
  const { nextTryAt, ...plain } = rest;
  return {
    ...plain,
    ...(waitingSince !== undefined && { waitingSince: time(waitingSince) }),
    ...(resolvedAt !== undefined && { resolvedAt: time(resolvedAt) }),
    ...(closedAt !== undefined && { closedAt: time(closedAt) }),
    ...(snoozedUntil !== undefined && { snoozedUntil: time(snoozedUntil) }),
    ...(nextTryAt !== undefined && { nextTryAt: time(nextTryAt) }),
  };
}

/** What a merge has changed of these, with what it was: whatever differs now, life has changed. */
export function stillMerged(
  was: Partial<MergedFields>,
  after: Partial<MergedFields>,
  now: MergedFields,
): Partial<MergedFields> {
  const fields: Partial<MergedFields> = {};
  const put = <K extends keyof MergedFields>(key: K) => {
    if (was[key] !== undefined && same(after[key], now[key])) fields[key] = was[key];
  };
  for (const key of ["waitingSince", "snoozedUntil", "nextTryAt"] as const) put(key);
  // These four tell of one move: they go back together or not at all.
  const move = ["status", "movedBy", "resolvedAt", "closedAt"] as const;
  if (move.every((key) => same(after[key], now[key]))) for (const key of move) put(key);
  const gained = (after.tags ?? []).filter((tag) => !was.tags?.includes(tag));
  if (same(after.tags, now.tags)) put("tags");
  else fields.tags = now.tags.filter((tag) => !gained.includes(tag));
  return fields;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

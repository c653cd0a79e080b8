import type { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { type AuditFilter, actorNames, auditRows } from "./audit-store";
import { AUDIT_EXPORT, AUDIT_PAGE, type AuditPage, type AuditQuery } from "./model";

const DAY = 86_400_000; // ms
const UUID = /^[0-9a-f-]{36}$/;

/** One page of what was changed, by whom; for a download as much as one file holds. */
export async function readAudit(
  ctx: Context,
  query: AuditQuery,
): Promise<z.input<typeof AuditPage>> {
  requirePermission(ctx, "audit.read");
  const size = query.download === undefined ? AUDIT_PAGE : AUDIT_EXPORT;
  const found = await auditRows(ctx.db, filterOf(query), size + 1);
  const rows = found.slice(0, size);
  const people = rows.flatMap(({ actorId }) => (UUID.test(actorId) ? [actorId] : []));
  const names = await actorNames(ctx.db, [...new Set(people)]);
  return {
    rows: rows.map(({ actorType, actorId, ticketId, number, createdAt, ...row }) => ({
      ...row,
      actor: { type: actorType, id: actorId, name: names.get(actorId) ?? null },
      ticket: ticketId && number !== null ? { id: ticketId, number } : null,
      at: createdAt.toISOString(),
    })),
    next: found.length > size ? (rows.at(-1)?.id ?? null) : null,
  };
}

const filterOf = (query: AuditQuery): AuditFilter => ({
  type: query.type || null,
  personId: query.personId ?? null,
  from: query.from ? new Date(`${query.from}T00:00:00Z`) : null,
  until: query.to ? new Date(new Date(`${query.to}T00:00:00Z`).getTime() + DAY) : null,
  tickets: query.tickets === "yes",
  before: query.before ?? null,
});

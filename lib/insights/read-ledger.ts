import { classOf } from "../knowledge/model";
import { type Context, requirePermission } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { subjectNames } from "./learning-store";
import { ledgerRows } from "./ledger-store";
import type { LedgerPage, LedgerQuery } from "./model";

const PAGE = 50;

/** Everything that was learned from, the newest first, a page at a time. */
export async function readLedger(ctx: Context, query: LedgerQuery): Promise<LedgerPage> {
  requirePermission(ctx, "knowledge.read");
  const found = await ledgerRows(ctx.db, query, PAGE + 1);
  const rows = found.slice(0, PAGE);
  const ids = rows.map(({ subject }) => idOf(subject)).filter((id) => id !== null);
  const names = await subjectNames(ctx.db, [...new Set(ids)]);
  return {
    rows: rows.map(({ subject, ticketId, number, at, undoneAt, ...row }) => ({
      ...row,
      ticket:
        ticketId && number !== null ? { id: toPublicId(TICKET_PREFIX, ticketId), number } : null,
      about: names.get(idOf(subject) ?? "") ?? null,
      at: at.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
    next: found.length > PAGE ? (rows.at(-1)?.seq ?? null) : null,
  };
}

function idOf(subject: string | null): string | null {
  const of = subject ? classOf(subject) : null;
  if (!of) return null;
  return "answerId" in of ? of.answerId : of.articleId;
}

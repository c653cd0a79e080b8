import { classOf } from "../knowledge/model";
import { type Context, requirePermission } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { calibrationOf, curveOf } from "./curve";
import { answerRows, ledgerRows, outcomeRows, subjectNames, versionRows } from "./learning-store";
import type { LearningView, LedgerRow } from "./model";

/** What the desk has learned, how well it does, and from what: the learning page. */
export async function readLearning(ctx: Context): Promise<LearningView> {
  requirePermission(ctx, "knowledge.read");
  const outcomes = await outcomeRows(ctx.db);
  const { bins, error } = calibrationOf(outcomes);
  const answers = await answerRows(ctx.db);
  const versions = await versionRows(ctx.db);
  return {
    curve: curveOf(outcomes),
    calibration: bins,
    calibrationError: error,
    ledger: await readLedger(ctx),
    answers: answers.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() })),
    versions: versions.map(({ number, figures, at }) => ({
      number,
      figures,
      at: at.toISOString(),
    })),
  };
}

async function readLedger(ctx: Context): Promise<LedgerRow[]> {
  const rows = await ledgerRows(ctx.db);
  const idOf = (subject: string | null) => {
    const of = subject ? classOf(subject) : null;
    return of ? ("answerId" in of ? of.answerId : of.articleId) : null;
  };
  const ids = rows.map(({ subject }) => idOf(subject)).filter((id) => id !== null);
  const names = await subjectNames(ctx.db, [...new Set(ids)]);
  return rows.map(({ subject, ticketId, number, at, undoneAt, ...row }) => ({
    ...row,
    ticket:
      ticketId && number !== null ? { id: toPublicId(TICKET_PREFIX, ticketId), number } : null,
    about: names.get(idOf(subject) ?? "") ?? null,
    at: at.toISOString(),
    undoneAt: undoneAt?.toISOString() ?? null,
  }));
}

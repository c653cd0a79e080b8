import { getSetting } from "../desk";
import { allowed, type Context, requirePermission, requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { groupAlike } from "./alike";
import { REVIEW_ROWS, type ReviewList, type ReviewQuery, type ReviewRow } from "./model";
import { type Asking, waitingCounts, waitingRows } from "./queue-store";
import { type Risk, riskOf } from "./risk";

const HOUR = 3_600_000; // ms

type Row = Awaited<ReturnType<typeof waitingRows>>[number];

/** Who asks for the queue, and what is set. */
export async function askingOf(ctx: Context): Promise<Asking> {
  requirePermission(ctx, "draft.settle_held");
  return {
    personId: requirePerson(ctx),
    flagged: allowed(ctx.actor, "draft.settle_flagged"),
    now: ctx.now(),
    fourEyes: await getSetting(ctx.db, "review.fourEyes"),
  };
}

/** What waits for a person's word, riskiest first; for agents without what was sent already. */
export async function readReviewQueue(ctx: Context, query: ReviewQuery): Promise<ReviewList> {
  const asking = await askingOf(ctx);
  const [rows, counted] = await Promise.all([
    waitingRows(ctx.db, asking, query, REVIEW_ROWS),
    waitingCounts(ctx.db, asking, query),
  ]);
  const spread = spreadOf(rows);
  const alike = groupAlike(
    rows.map(({ id, reviewState, sentences, source }) => ({
      id,
      state: reviewState,
      sentences,
      source,
    })),
  );
  const ranked = rows
    .map((row) => ({ row, risk: riskOfRow(row, spread, asking.now) }))
    .sort(riskiest)
    .map(({ row, risk }) => toRow(row, risk, alike.get(row.id) ?? null));
  const counts = { second: 0, four_eyes: 0, flagged: 0, held: 0, sampled: 0, later: 0 };
  for (const { kind, count } of counted) counts[kind] = count;
  return { rows: ranked, counts };
}

/** Of equal risk the older one first, so that the order never jumps between two readings. */
function riskiest(one: { row: Row; risk: Risk }, other: { row: Row; risk: Risk }): number {
  return (
    other.risk.score - one.risk.score ||
    one.row.createdAt.getTime() - other.row.createdAt.getTime() ||
    (one.row.id < other.row.id ? -1 : 1)
  );
}

/** How many waiting drafts rest on each first source. */
function spreadOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const spread = new Map<string, number>();
  for (const { source } of rows) if (source) spread.set(source, (spread.get(source) ?? 0) + 1);
  return spread;
}

function riskOfRow(row: Row, spread: ReadonlyMap<string, number>, now: Date): Risk {
  return riskOf({
    ...row,
    sent: row.decision !== "held",
    novelty: typeof row.novelty === "number" ? row.novelty : 0,
    spread: row.source ? (spread.get(row.source) ?? 1) : 1,
    unsupported: row.sentences.filter(({ sources }) => sources.length === 0).length,
    waiting: row.waitingSince ? (now.getTime() - row.waitingSince.getTime()) / HOUR : 0,
  });
}

function toRow(row: Row, { because }: Risk, alike: string | null): ReviewRow {
  return {
    ...row,
    ticketId: toPublicId(TICKET_PREFIX, row.ticketId),
    because,
    alike,
    createdAt: row.createdAt.toISOString(),
  };
}

import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { signals, ticketPredictions } from "@/db/schema/predictor";
import type { SignalEffect, SignalKind } from "./model";

/** What would answer a ticket, as of the last look. */
export type Prediction = typeof ticketPredictions.$inferSelect;

/** Any number, the same for every process: the queue before the predictions of tickets. */
const PREDICTIONS_LOCK = 7_120_404;
/** Signals further back than this are history: what they changed is not asked any more. */
const RECENT = 1000;

const UNTOLD = {
  id: signals.id,
  seq: signals.seq,
  kind: signals.kind,
  ticketId: signals.ticketId,
  subject: signals.subject,
  learned: signals.learned,
};
export type Untold = Awaited<ReturnType<typeof untoldSignals>>[number];

/** Lets nobody else compare and tell until this transaction ends. */
export async function lockPredictions(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${PREDICTIONS_LOCK}::int)`);
}

export async function isUntold(db: Db, signalId: string): Promise<boolean> {
  const rows = await db
    .select({ id: signals.id })
    .from(signals)
    .where(and(eq(signals.id, signalId), isNull(signals.effect)));
  return rows.length > 0;
}

/** Signals of these kinds, up to `seq` and since a time, whose effect nobody knows; in order. */
export async function untoldSignals(
  db: Db,
  of: { kinds: readonly SignalKind[]; seq: number; since: Date },
) {
  return db
    .select(UNTOLD)
    .from(signals)
    .where(
      and(
        gt(signals.seq, of.seq - RECENT),
        lte(signals.seq, of.seq),
        isNull(signals.effect),
        inArray(signals.kind, [...of.kinds]),
        gt(signals.createdAt, of.since),
      ),
    )
    .orderBy(asc(signals.seq));
}

export async function setEffect(db: Db, id: string, effect: SignalEffect): Promise<void> {
  await db.update(signals).set({ effect }).where(eq(signals.id, id));
}

export async function predictionsOf(
  db: Db,
  ticketIds: readonly string[],
): Promise<Map<string, Prediction>> {
  if (ticketIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(ticketPredictions)
    .where(inArray(ticketPredictions.ticketId, [...ticketIds]));
  return new Map(rows.map((row) => [row.ticketId, row]));
}

/** Stores what would answer these tickets; a later look is not overwritten by an earlier one. */
export async function putPredictions(db: Db, rows: readonly Prediction[]): Promise<void> {
  if (rows.length === 0) return;
  const to = ticketPredictions;
  await db
    .insert(to)
    .values([...rows])
    .onConflictDoUpdate({
      target: to.ticketId,
      set: {
        subject: sql`excluded.subject`,
        confidence: sql`excluded.confidence`,
        upToSeq: sql`excluded.up_to_seq`,
        updatedAt: sql`excluded.updated_at`,
      },
      setWhere: sql`${to.upToSeq} <= excluded.up_to_seq`,
    });
}

/** The ticket that people answered so last; null when no such signal stands. */
export async function lastTaught(db: Db, subject: string): Promise<string | null> {
  const [row] = await db
    .select({ ticketId: signals.ticketId })
    .from(signals)
    .where(
      and(
        eq(signals.subject, subject),
        inArray(signals.kind, ["answered", "edited", "approved"]),
        isNotNull(signals.ticketId),
        isNull(signals.undoneAt),
      ),
    )
    .orderBy(desc(signals.seq))
    .limit(1);
  return row?.ticketId ?? null;
}

/** What the ledger says of the last time that an answer was merged; null when it never was. */
export async function lastMerge(db: Db, subject: string): Promise<Record<string, unknown> | null> {
  const [row] = await db
    .select({ payload: signals.payload })
    .from(signals)
    .where(
      and(
        eq(signals.subject, subject),
        eq(signals.kind, "answer"),
        sql`${signals.payload} ->> 'change' = 'merged'`,
      ),
    )
    .orderBy(desc(signals.seq))
    .limit(1);
  return row?.payload ?? null;
}

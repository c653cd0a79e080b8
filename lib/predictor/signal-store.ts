import { and, asc, desc, eq, gt, inArray, isNull, lte, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { signals } from "@/db/schema/predictor";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { FACT_KINDS, type Signal, type SignalKind } from "./model";

export type SignalRow = typeof signals.$inferSelect;
export type NewSignal = Omit<
  typeof signals.$inferInsert,
  "id" | "seq" | "undoneAt" | "undoneBy" | "createdAt"
> & { createdAt: Date };

/** Any number, the same for every process: the queue before the ledger. */
const LEDGER_LOCK = 7_120_403;

/** Lets nobody else write to the ledger until this transaction ends. May be taken twice. */
export async function lockLedger(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`);
}

/**
 * Adds to the ledger. The lock makes the order of numbers the order of commits: a reader that has
 * seen number 12 has seen all before it. Call it inside a transaction.
 *
 * @returns null when that signal is there already
 */
export async function appendSignal(db: Db, row: NewSignal): Promise<SignalRow | null> {
  await lockLedger(db);
  const [stored] = await db
    .insert(signals)
    .values({ id: newId(), ...row })
    .onConflictDoNothing({ target: signals.key })
    .returning();
  return stored ?? null;
}

export type Lesson = {
  seq: number;
  id: string;
  kind: SignalKind;
  learned: Signal[];
  payload: Record<string, unknown>;
  undoneAt: Date | null;
};

const LESSON = {
  seq: signals.seq,
  id: signals.id,
  kind: signals.kind,
  learned: signals.learned,
  payload: signals.payload,
  undoneAt: signals.undoneAt,
};

/** Signals after `seq`, in order; at most `limit`. */
export async function signalsAfter(db: Db, seq: number, limit: number): Promise<Lesson[]> {
  return db
    .select(LESSON)
    .from(signals)
    .where(gt(signals.seq, seq))
    .orderBy(asc(signals.seq))
    .limit(limit);
}

/** Roll-backs that stand: what lies between the number they went back to and their own is out. */
export async function standingRollBacks(db: Db): Promise<Lesson[]> {
  return db
    .select(LESSON)
    .from(signals)
    .where(and(eq(signals.kind, "rolled_back"), isNull(signals.undoneAt)));
}

/** What people taught, the newest first, without what was taken back. */
export async function teachings(db: Db, upToSeq: number, limit: number): Promise<Lesson[]> {
  return db
    .select(LESSON)
    .from(signals)
    .where(
      and(
        inArray(signals.kind, ["answered", "edited", "approved", "relabelled"]),
        isNull(signals.undoneAt),
        lte(signals.seq, upToSeq),
      ),
    )
    .orderBy(desc(signals.seq))
    .limit(limit);
}

/** Of these answers, those that may not be used any more: retired, or put together with others. */
export async function outOfUse(
  db: Db,
  upToSeq: number,
  answers: readonly string[],
): Promise<Set<string>> {
  if (answers.length === 0) return new Set();
  const element = sql`jsonb_array_elements(${signals.learned}) as told`;
  const rows = await db
    .select({
      answer: sql<string>`told ->> 'answer'`,
      type: sql<string>`told ->> 'type'`,
    })
    .from(signals)
    .crossJoin(element)
    .where(
      and(
        inArray(signals.kind, [...FACT_KINDS]),
        isNull(signals.undoneAt),
        lte(signals.seq, upToSeq),
        sql`told ->> 'type' in ('retired', 'restored')`,
        inArray(sql`told ->> 'answer'`, [...answers]),
      ),
    )
    .orderBy(asc(signals.seq));
  const gone = new Set<string>();
  for (const { answer, type } of rows) {
    if (type === "retired") gone.add(answer);
    else gone.delete(answer);
  }
  return gone;
}

/** @throws `not_found` */
export async function signalById(db: Db, id: string): Promise<SignalRow> {
  const [row] = await db.select().from(signals).where(eq(signals.id, id));
  if (!row) throw new AppError("not_found", "There is no such signal.");
  return row;
}

/** Takes a signal back if nobody has. @returns false when somebody was faster */
export async function markUndone(
  db: Db,
  id: string,
  by: { personId: string | null; at: Date },
): Promise<boolean> {
  const undone = await db
    .update(signals)
    .set({ undoneAt: by.at, undoneBy: by.personId })
    .where(and(eq(signals.id, id), isNull(signals.undoneAt)))
    .returning({ id: signals.id });
  return undone.length === 1;
}

/** Signals about a reply that still stand. */
export async function signalsOfMessage(db: Db, messageId: string): Promise<SignalRow[]> {
  return db
    .select()
    .from(signals)
    .where(
      and(eq(signals.messageId, messageId), isNull(signals.undoneAt), ne(signals.kind, "undone")),
    );
}

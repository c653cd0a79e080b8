import { and, desc, eq, inArray, isNull, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { verdicts } from "@/db/schema/resolve";

type VerdictRow = typeof verdicts.$inferSelect;
type NewVerdict = Omit<typeof verdicts.$inferInsert, "undoneAt" | "createdAt"> & {
  createdAt: Date;
};

/** One word each: a later one of the same person takes the place of the earlier. */
export async function insertVerdict(db: Db, row: NewVerdict): Promise<void> {
  await db
    .update(verdicts)
    .set({ undoneAt: row.createdAt })
    .where(
      and(
        eq(verdicts.attemptId, row.attemptId),
        eq(verdicts.personId, row.personId),
        isNull(verdicts.undoneAt),
      ),
    );
  await db.insert(verdicts).values(row);
}

/** The newest word of a person on a draft that stands. */
export async function verdictOf(
  db: Db,
  attemptId: string,
  personId: string,
): Promise<VerdictRow | null> {
  const [row] = await db
    .select()
    .from(verdicts)
    .where(
      and(
        eq(verdicts.attemptId, attemptId),
        eq(verdicts.personId, personId),
        isNull(verdicts.undoneAt),
      ),
    )
    .orderBy(desc(verdicts.createdAt))
    .limit(1);
  return row ?? null;
}

/** True when another person has approved exactly these words, and that stands. */
export async function approvedByOther(
  db: Db,
  attemptId: string,
  personId: string,
  text: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: verdicts.id })
    .from(verdicts)
    .where(
      and(
        eq(verdicts.attemptId, attemptId),
        ne(verdicts.personId, personId),
        eq(verdicts.settled, false),
        inArray(verdicts.verdict, ["approve", "correct"]),
        eq(verdicts.text, text),
        isNull(verdicts.undoneAt),
      ),
    )
    .limit(1);
  return rows.length === 1;
}

/** Takes one word back. @returns false when it was taken back before */
export async function undoVerdictRow(db: Db, id: string, at: Date): Promise<boolean> {
  const undone = await db
    .update(verdicts)
    .set({ undoneAt: at })
    .where(and(eq(verdicts.id, id), isNull(verdicts.undoneAt)))
    .returning({ id: verdicts.id });
  return undone.length === 1;
}

/** Takes back the word that settled a draft which is open again. */
export async function undoSettling(db: Db, attemptId: string, at: Date): Promise<void> {
  await db
    .update(verdicts)
    .set({ undoneAt: at })
    .where(
      and(eq(verdicts.attemptId, attemptId), eq(verdicts.settled, true), isNull(verdicts.undoneAt)),
    );
}

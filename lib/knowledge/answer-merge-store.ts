import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { answers, answerUses } from "@/db/schema/knowledge";

/** Every account that has got an answer, also where that was taken back. */
export async function everyAccountOf(db: Db, answerId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: answerUses.accountId })
    .from(answerUses)
    .where(eq(answerUses.answerId, answerId));
  return rows.map(({ accountId }) => accountId);
}

/** Accounts that an answer counts as given to, by whomever. */
export async function countedAccountsOf(db: Db, answerId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: answerUses.accountId })
    .from(answerUses)
    .where(and(eq(answerUses.answerId, answerId), isNull(answerUses.undoneAt)));
  return rows.map(({ accountId }) => accountId);
}

/** Counts uses of one answer as the other's; all of them, or those named. @returns their ids */
export async function moveUses(
  db: Db,
  { from, into, only }: { from: string; into: string; only?: readonly string[] },
): Promise<string[]> {
  if (only?.length === 0) return [];
  const moved = await db
    .update(answerUses)
    .set({ answerId: into })
    .where(and(eq(answerUses.answerId, from), only && inArray(answerUses.id, [...only])))
    .returning({ id: answerUses.id });
  return moved.map(({ id }) => id);
}

/** Lets answers that were merged into one lead to another. @returns their ids */
export async function leadTo(
  db: Db,
  { from, into, only }: { from: string; into: string; only?: readonly string[] },
): Promise<string[]> {
  if (only?.length === 0) return [];
  const led = await db
    .update(answers)
    .set({ mergedIntoId: into })
    .where(and(eq(answers.mergedIntoId, from), only && inArray(answers.id, [...only])))
    .returning({ id: answers.id });
  return led.map(({ id }) => id);
}

/** What people had accepted was another text. */
export async function forgetAccepted(db: Db, answerId: string): Promise<void> {
  await db
    .update(answerUses)
    .set({ accepted: false })
    .where(and(eq(answerUses.answerId, answerId), eq(answerUses.accepted, true)));
}

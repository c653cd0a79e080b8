import { and, arrayOverlaps, desc, eq, isNull, lte, ne, or, type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { answers, answerUses, articles } from "@/db/schema/knowledge";
import { AppError } from "../platform/errors";
import type { AnswerState, UseOutcome } from "./model";

export type Answer = typeof answers.$inferSelect;
export type AnswerUse = typeof answerUses.$inferSelect;
export type NewUse = Omit<typeof answerUses.$inferInsert, "id" | "search" | "undoneAt" | "outcome">;

/** The answer with this id, or the one it was merged into; locked. Null when there is none. */
export async function lockAnswer(db: Db, id: string): Promise<Answer | null> {
  const [row] = await db.select().from(answers).where(eq(answers.id, id)).for("update");
  if (!row?.mergedIntoId) return row ?? null;
  const [into] = await db
    .select()
    .from(answers)
    .where(eq(answers.id, row.mergedIntoId))
    .for("update");
  return into ?? row;
}

/** The answer itself, also when it was merged; locked. @throws `not_found` */
export async function lockItself(db: Db, id: string): Promise<Answer> {
  const [row] = await db.select().from(answers).where(eq(answers.id, id)).for("update");
  if (!row) throw new AppError("not_found", "There is no such answer.");
  return row;
}

/** Answers that share a sentence, newest first: whether they are nearly the same is told by words. */
export async function answersSharing(db: Db, keys: readonly string[]): Promise<Answer[]> {
  if (keys.length === 0) return [];
  return db
    .select()
    .from(answers)
    .where(
      and(
        arrayOverlaps(answers.sentenceKeys, [...keys]),
        ne(answers.state, "retired"),
        isNull(answers.mergedIntoId),
      ),
    )
    .orderBy(desc(answers.updatedAt))
    .limit(20);
}

export async function insertAnswer(db: Db, row: typeof answers.$inferInsert): Promise<void> {
  await db.insert(answers).values(row).onConflictDoNothing();
}

export async function updateAnswer(
  db: Db,
  id: string,
  change: Partial<typeof answers.$inferInsert>,
): Promise<void> {
  await db.update(answers).set(change).where(eq(answers.id, id));
}

/** Stores a use; one that is known from before a person looked at it takes on their verdict. */
export async function putUse(db: Db, id: string, use: NewUse): Promise<void> {
  const { answerId = null, articleId = null, byPerson, accepted, resolves } = use;
  await db
    .insert(answerUses)
    .values({ id, ...use })
    .onConflictDoUpdate({
      target: answerUses.messageId,
      set: { answerId, articleId, byPerson, accepted, resolves, undoneAt: null },
    });
}

/** Accounts that people have sent an answer to; two are enough. */
export async function accountsOf(db: Db, answerId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: answerUses.accountId })
    .from(answerUses)
    .where(
      and(
        eq(answerUses.answerId, answerId),
        eq(answerUses.byPerson, true),
        isNull(answerUses.undoneAt),
      ),
    )
    .limit(2);
  return rows.map(({ accountId }) => accountId);
}

/** Takes the use that a message was back, or lets it count again. */
export async function setUseUndone(db: Db, messageId: string, at: Date | null): Promise<void> {
  await db.update(answerUses).set({ undoneAt: at }).where(eq(answerUses.messageId, messageId));
}

export async function setOutcome(
  db: Db,
  messageId: string,
  outcome: UseOutcome | null,
): Promise<void> {
  await db.update(answerUses).set({ outcome }).where(eq(answerUses.messageId, messageId));
}

/** The newest use in a ticket that still counts, sent no later than `until`. */
export async function lastUse(db: Db, ticketId: string, until: Date): Promise<AnswerUse | null> {
  const [row] = await db
    .select()
    .from(answerUses)
    .where(
      and(
        eq(answerUses.ticketId, ticketId),
        isNull(answerUses.undoneAt),
        lte(answerUses.sentAt, until),
      ),
    )
    .orderBy(desc(answerUses.sentAt), desc(answerUses.id))
    .limit(1);
  return row ?? null;
}

/** All uses in a ticket that still count, oldest first; at most `limit`. */
export async function usesOf(db: Db, ticketId: string, limit: number): Promise<AnswerUse[]> {
  return db
    .select()
    .from(answerUses)
    .where(and(eq(answerUses.ticketId, ticketId), isNull(answerUses.undoneAt)))
    .orderBy(answerUses.sentAt, answerUses.id)
    .limit(limit);
}

/** Replies made from an article that a person accepted and that helped so far; at most `limit`. */
export async function acceptedReplies(db: Db, articleId: string, limit: number): Promise<string[]> {
  const rows = await db
    .select({ id: answerUses.messageId })
    .from(answerUses)
    .where(
      and(
        eq(answerUses.articleId, articleId),
        eq(answerUses.accepted, true),
        isNull(answerUses.undoneAt),
        sql`${answerUses.outcome} is distinct from 'reopened'`,
      ),
    )
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** Resolving uses of before `before` that nobody has said anything about; at most `limit`. */
export async function silentUses(db: Db, before: Date, limit: number): Promise<AnswerUse[]> {
  return db
    .select()
    .from(answerUses)
    .where(
      and(
        isNull(answerUses.outcome),
        isNull(answerUses.undoneAt),
        eq(answerUses.resolves, true),
        lte(answerUses.sentAt, before),
      ),
    )
    .orderBy(answerUses.sentAt)
    .limit(limit);
}

/** Private answers whose last use was erased with its ticket: nobody may get them any more. */
export async function deleteOrphans(db: Db): Promise<void> {
  await db
    .delete(answers)
    .where(
      and(
        eq(answers.state, "private"),
        sql`not exists (select 1 from answer_uses where answer_uses.answer_id = ${answers.id})`,
      ),
    );
}

/**
 * The privacy rule: released to everyone, or this account's own history. Every query that gives an
 * answer to a draft stands on it.
 */
function mayBeSentTo(accountId: string): SQL | undefined {
  return and(
    isNull(answers.mergedIntoId),
    or(
      eq(answers.state, "released"),
      and(
        eq(answers.state, "private"),
        sql`exists (select 1 from answer_uses own where own.answer_id = ${answers.id}
          and own.account_id = ${accountId}::uuid and own.undone_at is null)`,
      ),
    ),
  );
}

export type KnownAnswer = {
  id: string;
  text: string;
  language: string | null;
  articleId: string | null;
  state: AnswerState;
  uses: number;
  /** Uses that a person accepted and that were not re-opened. */
  accepted: number;
};

/** Those of these answers that may be sent to the account, with how they did. */
export async function answersFor(
  db: Db,
  ids: readonly string[],
  accountId: string,
): Promise<KnownAnswer[]> {
  if (ids.length === 0) return [];
  // Names in plain words: in a list of columns, Drizzle leaves out the table of `answers.id`.
  const counted = sql`answer_uses u where u.answer_id = answers.id and u.undone_at is null`;
  return db
    .select({
      id: answers.id,
      text: answers.text,
      language: answers.language,
      articleId: answers.articleId,
      state: answers.state,
      uses: sql<number>`(select count(*)::int from ${counted})`,
      accepted: sql<number>`(select count(*)::int from ${counted} and u.accepted
        and u.outcome is distinct from 'reopened')`,
    })
    .from(answers)
    .where(and(sql`${answers.id} = any(${uuids(ids)})`, mayBeSentTo(accountId)));
}

const uuids = (ids: readonly string[]) => sql`${`{${ids.join(",")}}`}::text::uuid[]`;

export type PastUse = {
  answerId: string | null;
  articleId: string | null;
  ticketId: string;
  /** Stems of the question, separated by spaces. */
  words: string;
};

/** Past questions with any of the words whose answer may be sent to the account, best first. */
export async function usesWith(
  db: Db,
  words: readonly string[],
  accountId: string,
  limit: number,
): Promise<PastUse[]> {
  const query = words.map((word) => `'${word}'`).join(" | ");
  return rowsOf<PastUse>(
    db,
    sql`select ${answerUses.answerId} as "answerId", ${answerUses.articleId} as "articleId",
      ${answerUses.ticketId} as "ticketId",
      array_to_string(tsvector_to_array(${answerUses.search}), ' ') as words
    from ${answerUses}
      left join ${answers} on ${answers.id} = ${answerUses.answerId}
      left join ${articles} on ${articles.id} = ${answerUses.articleId}
    where ${answerUses.search} @@ ${query}::text::tsquery and ${answerUses.undoneAt} is null
      and ${answerUses.outcome} is distinct from 'reopened'
      and (${articles.state} = 'published' or ${mayBeSentTo(accountId)})
    order by ts_rank(${answerUses.search}, ${query}::text::tsquery) desc, ${answerUses.sentAt} desc
    limit ${limit}::int`,
  );
}

import { and, desc, eq, gte, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { type Db, rowsOf } from "@/db/client";
import { signals } from "@/db/schema/predictor";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";

/** What a snapshot says of the question. It is of the version that wrote it: read with care. */
const Known = z.object({
  question: z.string(),
  subject: z.string().optional(),
  prediction: z.object({ novel: z.boolean() }).optional(),
  articles: z.array(z.unknown()).default([]),
});

/** Newest tickets that show which words are usual on this desk, and characters of each. */
const USUAL = { tickets: 100, characters: 500 };

/**
 * The question of a draft that was unlike anything seen, or for which the desk had nothing worth
 * showing; null for any other. A draft that only had nothing left to say, because all of it was
 * tried already, is of a known kind.
 */
export async function unknownQuestion(
  db: Db,
  attemptId: string,
): Promise<{ ticketId: string; question: string; createdAt: Date } | null> {
  const [row] = await db
    .select({
      ticketId: attempts.ticketId,
      snapshot: attempts.snapshot,
      drafted: sql<boolean>`${attempts.draft} is not null`,
      // Without a draft to score there is one part; with one that was too weak to show, several.
      parts: sql<number>`jsonb_array_length(${attempts.parts})`,
      sources: sql<number>`jsonb_array_length(${attempts.sources})`,
      createdAt: attempts.createdAt,
    })
    .from(attempts)
    .where(eq(attempts.id, attemptId));
  const known = Known.safeParse(row?.snapshot).data;
  if (!row || !known || known.question.trim() === "") return null;
  const found = known.articles.length > 0 || known.subject !== undefined;
  const nothing = !row.drafted && row.sources === 0 && (row.parts > 1 || !found);
  if (!nothing && known.prediction?.novel !== true) return null;
  const { ticketId, createdAt } = row;
  return { ticketId, createdAt, question: known.question };
}

/** What customers of this desk usually write. */
export async function usualTexts(db: Db): Promise<string[]> {
  const rows = await db
    .select({ text: sql<string>`left(${tickets.body}, ${USUAL.characters}::int)` })
    .from(tickets)
    .orderBy(desc(tickets.id))
    .limit(USUAL.tickets);
  return rows.map(({ text }) => text);
}

/** When a person answered a ticket, as far as that is learned and stands; null: nobody has. */
export async function answeredAt(db: Db, ticketId: string): Promise<Date | null> {
  const [row] = await db
    .select({ at: signals.createdAt })
    .from(signals)
    .where(
      and(
        eq(signals.ticketId, ticketId),
        inArray(signals.kind, ["answered", "edited", "approved"]),
        isNotNull(signals.personId),
        isNull(signals.undoneAt),
      ),
    )
    .orderBy(signals.seq)
    .limit(1);
  return row?.at ?? null;
}

/** How a group stands, and its newest questions that nobody has answered, each with who asks. */
export async function groupStanding(
  db: Db,
  groupId: string,
  limit: number,
): Promise<{ answered: boolean; open: { question: string; accountId: string }[] }> {
  const [row] = await rowsOf<{ answered: boolean }>(
    db,
    sql`select exists (select 1 from novel_questions q
        where q.group_id = ${groupId}::uuid and q.answered_at is not null)
      or exists (select 1 from question_groups g join articles a on a.id = g.article_id
        where g.id = ${groupId}::uuid and a.state = 'published') as answered`,
  );
  const open = await rowsOf<{ question: string; accountId: string }>(
    db,
    sql`select q.question, c.account_id as "accountId"
      from novel_questions q join tickets t on t.id = q.ticket_id
        join customers c on c.id = t.customer_id
      where q.group_id = ${groupId}::uuid and q.answered_at is null
      order by q.created_at desc, q.ticket_id limit ${limit}::int`,
  );
  return { answered: row?.answered ?? false, open };
}

/** What was learned of since then: tickets with an unknown question, and groups with that article. */
export async function touchedSince(
  db: Db,
  since: Date,
  limit: number,
): Promise<{ tickets: string[]; groups: string[] }> {
  const newest = db
    .select({ ticketId: signals.ticketId, subject: signals.subject, at: signals.createdAt })
    .from(signals)
    .orderBy(desc(signals.seq))
    .limit(limit)
    .as("newest");
  const rows = await db.select().from(newest).where(gte(newest.at, since));
  const listed = (ids: readonly string[]) => `{${[...new Set(ids)].join(",")}}`;
  const ticketIds = rows.flatMap(({ ticketId }) => ticketId ?? []);
  const articleIds = rows.flatMap(({ subject }) =>
    subject?.startsWith("article:") ? subject.slice("article:".length) : [],
  );
  const asked = await rowsOf<{ id: string }>(
    db,
    sql`select ticket_id as id from novel_questions
      where ticket_id = any(${listed(ticketIds)}::text::uuid[])`,
  );
  const linked = await rowsOf<{ id: string }>(
    db,
    sql`select id from question_groups
      where state <> 'dismissed' and article_id = any(${listed(articleIds)}::text::uuid[])`,
  );
  return { tickets: asked.map(({ id }) => id), groups: linked.map(({ id }) => id) };
}

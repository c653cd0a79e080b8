import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { answers, articles } from "@/db/schema/knowledge";
import { people } from "@/db/schema/person";
import { modelVersions, signals } from "@/db/schema/predictor";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";

/** Outcomes that curve and diagram are drawn from, the newest. */
const OUTCOMES = 20_000;
const ROWS = 60;

/**
 * Drafts that were decided about, oldest first: sent by the desk, or settled by a person. A small
 * edit counts as accepted; the ledger knows which were small.
 */
export async function outcomeRows(db: Db) {
  const newest = await db
    .select({
      reviewState: attempts.reviewState,
      decision: attempts.decision,
      outcome: attempts.outcome,
      nearly: sql<boolean>`coalesce((${signals.payload} ->> 'accepted')::boolean, false)`,
      confidence: attempts.confidence,
      drafted: sql<boolean>`${attempts.draft} is not null`,
      at: sql<string>`coalesce(${attempts.reviewedAt}, ${attempts.createdAt})`,
    })
    .from(attempts)
    .leftJoin(signals, and(eq(signals.attemptId, attempts.id), eq(signals.kind, "edited")))
    .where(
      or(
        inArray(attempts.reviewState, ["approved", "corrected", "rejected"]),
        inArray(attempts.decision, ["sent", "sent_flagged"]),
        eq(attempts.outcome, "taken over"),
      ),
    )
    .orderBy(desc(attempts.createdAt), desc(attempts.id))
    .limit(OUTCOMES);
  return newest.reverse().map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}

/** The newest signals, with the names that people know. */
export function ledgerRows(db: Db) {
  return db
    .select({
      id: signals.id,
      seq: signals.seq,
      kind: signals.kind,
      ticketId: tickets.id,
      number: tickets.number,
      person: people.name,
      subject: signals.subject,
      question: sql<string>`left(${signals.question}, 160)`,
      payload: signals.payload,
      at: signals.createdAt,
      undoneAt: signals.undoneAt,
    })
    .from(signals)
    .leftJoin(tickets, eq(tickets.id, signals.ticketId))
    .leftJoin(people, eq(people.id, signals.personId))
    .orderBy(desc(signals.seq))
    .limit(ROWS);
}

/** What the subjects of signals are called: titles of articles, beginnings of answers. */
export async function subjectNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const of = await db
    .select({ id: articles.id, name: articles.title })
    .from(articles)
    .where(inArray(articles.id, [...ids]));
  const said = await db
    .select({ id: answers.id, name: sql<string>`left(${answers.text}, 90)` })
    .from(answers)
    .where(inArray(answers.id, [...ids]));
  return new Map([...of, ...said].map(({ id, name }) => [id, name]));
}

/** Answers with what became of them; those in use first, then the newest. */
export function answerRows(db: Db) {
  // Names in plain words: in a list of columns, Drizzle leaves out the table of `answers.id`.
  const uses = sql`answer_uses u where u.answer_id = answers.id and u.undone_at is null`;
  return db
    .select({
      id: answers.id,
      text: answers.text,
      state: answers.state,
      uses: sql<number>`(select count(*)::int from ${uses})`,
      accounts: sql<number>`(select count(distinct u.account_id)::int from ${uses})`,
      accepted: sql<number>`(select count(*)::int from ${uses} and u.accepted)`,
      updatedAt: answers.updatedAt,
    })
    .from(answers)
    .where(isNull(answers.mergedIntoId))
    .orderBy(sql`${answers.state} = 'retired'`, desc(answers.updatedAt), asc(answers.id))
    .limit(ROWS);
}

export function versionRows(db: Db) {
  return db
    .select({
      number: modelVersions.number,
      figures: modelVersions.figures,
      at: modelVersions.createdAt,
    })
    .from(modelVersions)
    .orderBy(desc(modelVersions.number))
    .limit(ROWS);
}

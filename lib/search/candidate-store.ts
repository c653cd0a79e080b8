import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { messages, tickets } from "@/db/schema/ticket";
import type { TicketStatus } from "../ticket/model";
import { conditionOf, during, fittingTickets, type Scope } from "./filter-store";
import {
  messageHas,
  messagesWith,
  type Rarity,
  subjectHas,
  subjectsWith,
  wordsOf,
} from "./words-store";

/**
 * How words are looked up: `index` reads every message that has them and is right for rare ones;
 * `newest` goes back from now until it has found enough and is right for common ones. Each is
 * bounded, so that a wrong guess costs milliseconds.
 */
type Way = "index" | "newest";

/** Rows above which going back from now is quicker than reading every hit. */
const RARE = { messages: 8_000, subjects: 8_000 } as const;
/** Rows that each way reads at most. */
const READ = { index: 10_000, newest: 30_000, newestSubjects: 10_000 } as const;
/** Fewer from going back means that the words are rarer than they were taken for. */
const FEW = 50;
/** Candidates that are ranked. */
const CANDIDATES = 200;
/** Of one ticket: its best message is shown, so few will do. */
const PER_TICKET = 5;

/** A message, or a ticket, that has the words. `rank` is how well, above 0. */
export type Candidate = {
  ticketId: string;
  messageId: string | null;
  kind: string | null;
  rank: number;
  at: string;
  status: TicketStatus;
  /** Rows that were read for it and its like. */
  read: number;
};

/**
 * Looks words up the way that their number suggests, and the other way, too, where it was the wrong
 * one: statistics may be old or missing. With filters, the tickets that fit were looked through.
 */
async function lookUp(
  { rows, unknown }: Rarity,
  of: keyof typeof RARE,
  scope: Scope,
  by: (way: Way) => Promise<Candidate[]>,
): Promise<Candidate[]> {
  const way: Way = unknown || rows <= RARE[of] ? "index" : "newest";
  const found = await by(way);
  const wrong = way === "index" ? found.some(({ read }) => read >= READ.index) : found.length < FEW;
  if (!wrong || scope.filters.length > 0) return found;
  return [...found, ...(await by(way === "index" ? "newest" : "index"))];
}

/** The newest messages that have the words, by one way. */
function matching(words: string, way: Way, scope: Scope): SQL {
  const time = during(sql`created_at`, scope);
  const rows =
    way === "index"
      ? sql`(select id, ticket_id, created_at from ${messages}
          where ${messageHas(words)} and ${time} limit ${READ.index})`
      : sql`(select id, ticket_id, created_at, search, search_long from ${messages}
          where ${time} order by created_at desc limit ${READ.newest})`;
  const condition = conditionOf(scope);
  // Counted only where all rows are read anyway: counting would read them.
  const read = way === "index" ? sql`(count(*) over ())::int` : sql`0`;
  return sql`select m.id, ${read} as read from ${rows} m
    ${condition ? sql`join ${tickets} on tickets.id = m.ticket_id and ${condition}` : sql``}
    ${way === "newest" ? sql`where ${wordsOf(sql`m`)} @@ ${words}::tsquery` : sql``}
    order by m.created_at desc limit ${CANDIDATES}`;
}

/** A ticket's messages, by its index: without the fence, words or times could be looked up first. */
export const messagesOf = (ticketId: SQL): SQL =>
  sql`(select * from ${messages} where ticket_id = ${ticketId} offset 0)`;

/** Messages with the words in the tickets that fit: finds what is too old for `matching`. */
function matchingInside(words: string, scope: Scope): SQL {
  return sql`select inside.id, 0 as read from ${fittingTickets(scope)} tickets
    cross join lateral (select m.id, m.created_at from ${messagesOf(sql`tickets.id`)} m
      where ${wordsOf(sql`m`)} @@ ${words}::tsquery and ${during(sql`m.created_at`, scope)}
      order by m.created_at desc limit ${PER_TICKET}) inside
    order by inside.created_at desc limit ${CANDIDATES}`;
}

/** The query behind `messageCandidates`; apart, so that a test can ask for its plan. */
export function messageQuery(words: string, way: Way, scope: Scope): SQL {
  const inside = scope.filters.length > 0 ? sql`union (${matchingInside(words, scope)})` : sql``;
  return sql`with found as materialized ((${matching(words, way, scope)}) ${inside}),
    best as (select distinct on (m.ticket_id) m.ticket_id, m.id, m.kind, m.created_at, found.read,
        ts_rank_cd(${wordsOf(sql`m`)}, ${words}::tsquery, 1)::float8 as rank
      from found join ${messages} m on m.id = found.id
      order by m.ticket_id, rank desc, m.created_at desc)
    select best.ticket_id as "ticketId", best.id as "messageId", best.kind, best.rank, best.read,
      tickets.status, ${iso(sql`best.created_at`)} as at
    from best join ${tickets} on tickets.id = best.ticket_id`;
}

const iso = (time: SQL): SQL =>
  sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What is looked for. */
type Sought = {
  words: string;
  /** The words one by one. */
  each: readonly string[];
};

/** Of each ticket the message that has the words best. */
export const messageCandidates = async (db: Db, { words, each }: Sought, scope: Scope) =>
  lookUp(await messagesWith(db, words, each), "messages", scope, (way) =>
    rowsOf<Candidate>(db, messageQuery(words, way, scope)),
  );

/**
 * Tickets with the words in their subject.
 *
 * @param whole the words as if none was half typed: of the beginnings of words in something as
 *   short as subjects the database has no statistics
 */
export const subjectCandidates = async (
  db: Db,
  { words, each }: Sought,
  whole: string,
  scope: Scope,
) =>
  lookUp(await subjectsWith(db, whole, each), "subjects", scope, (way) =>
    rowsOf<Candidate>(db, subjectQuery(words, way, scope)),
  );

function subjectQuery(words: string, way: Way, scope: Scope): SQL {
  const time = during(sql`tickets.created_at`, scope);
  const condition = conditionOf(scope);
  const fits = sql`${time}${condition ? sql` and ${condition}` : sql``}`;
  const found =
    way === "index"
      ? sql`(select tickets.id, tickets.updated_at, (count(*) over ())::int as read from (select * from ${tickets} where ${subjectHas(words)} limit ${READ.index}) tickets
          where ${fits} order by tickets.updated_at desc limit ${CANDIDATES})`
      : sql`(select tickets.id, 0 as read from (select * from ${tickets} order by tickets.updated_at desc limit ${READ.newestSubjects}) tickets
          where ${subjectHas(words)} and ${fits} limit ${CANDIDATES})`;
  const inside =
    scope.filters.length > 0
      ? sql`union (select tickets.id, 0 as read from ${fittingTickets(scope)} tickets where ${subjectHas(words)} and ${time})`
      : sql``;
  return sql`select tickets.id as "ticketId", null as "messageId", null as kind, 1::float8 as rank,
      ${iso(sql`tickets.updated_at`)} as at, tickets.status, found.read
    from (select tickets.id, tickets.read from ${found} tickets ${inside}) found
    join ${tickets} on tickets.id = found.id
    order by tickets.updated_at desc limit ${CANDIDATES}`;
}

/** Tickets that fit and last changed in that time, where nothing is said about words. */
export function fittingCandidates(db: Db, scope: Scope, limit: number): Promise<Candidate[]> {
  return rowsOf<Candidate>(
    db,
    sql`select tickets.id as "ticketId", null as "messageId", null as kind, 0::float8 as rank,
      ${iso(sql`tickets.updated_at`)} as at, tickets.status, 0 as read
    from ${fittingTickets(scope, scope.before)} tickets
    order by tickets.updated_at desc, tickets.id desc limit ${limit}`,
  );
}

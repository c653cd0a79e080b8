import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { customers } from "@/db/schema/customer";
import { type Candidate, messagesOf } from "./candidate-store";
import { conditionOf, during, type Scope, ticketsOfCustomers } from "./filter-store";
import { subjectHas, wordsOf } from "./words-store";

/** Tickets that are looked through, newest first. */
const LOOKED_THROUGH = 200;

/** A word as the database looks for it, and as it is written. */
export type SoughtWord = { words: string; text: string };

/**
 * Tickets of certain customers that have every word somewhere: in the customer's name, in the
 * subject or in a message. `rank` is 0.5: the words stand apart.
 */
export function spreadCandidates(
  db: Db,
  customerIds: readonly string[],
  sought: readonly SoughtWord[],
  scope: Scope,
): Promise<Candidate[]> {
  const condition = conditionOf(scope);
  const each = sought.map(
    ({ words, text }) => sql`(to_tsvector('simple', c.name) @@ ${words}::tsquery
      or ${text} <% c.name or ${subjectHas(words)}
      or exists (select 1 from ${messagesOf(sql`tickets.id`)} m where ${wordsOf(sql`m`)} @@ ${words}::tsquery))`,
  );
  const any = sql.join(
    sought.map(({ words }) => sql`${words}::tsquery`),
    sql` || `,
  );
  return rowsOf<Candidate>(
    db,
    sql`select tickets.id as "ticketId", best.id as "messageId", best.kind, 0.5::float8 as rank,
      to_char(coalesce(best.created_at, tickets.updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, tickets.status, 0 as read
    from ${ticketsOfCustomers(customerIds, LOOKED_THROUGH)} tickets
    join ${customers} c on c.id = tickets.customer_id
    left join lateral (select m.id, m.kind, m.created_at from ${messagesOf(sql`tickets.id`)} m
      where ${wordsOf(sql`m`)} @@ (${any}) and ${during(sql`m.created_at`, scope)}
      order by m.created_at desc limit 1) best on true
    where ${sql.join(each, sql` and `)}${condition ? sql` and ${condition}` : sql``}
      and ${during(sql`coalesce(best.created_at, tickets.created_at)`, scope)}`,
  );
}

import { and, eq, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { categories } from "@/db/schema/desk";
import { people, teams } from "@/db/schema/person";
import { ticketClocks } from "@/db/schema/sla";
import { tickets } from "@/db/schema/ticket";
import type { ViewSort, ViewTest } from "../view/model";
import { COUNT_LIMIT } from "./model";
import { type Scope, scopeSql } from "./queue-filter-store";
import { partSql, segmentsOf } from "./queue-order-store";
import { testSql } from "./view-filter-store";
import type { Looker } from "./view-parts-store";

/** What the reasons speak of; null when the ticket is not in the list. */
export async function factsInScope(db: Db, scope: Scope, id: string) {
  const [row] = await db
    .select({
      status: tickets.status,
      assigneeId: tickets.assigneeId,
      assignee: people.name,
      team: teams.name,
      waitingSince: tickets.waitingSince,
      snoozedUntil: tickets.snoozedUntil,
      updatedAt: tickets.updatedAt,
      value: tickets.value,
      sentiment: tickets.sentiment,
      dueAt: ticketClocks.dueAt,
      target: ticketClocks.target,
    })
    .from(tickets)
    .leftJoin(people, eq(people.id, tickets.assigneeId))
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .leftJoin(ticketClocks, eq(ticketClocks.ticketId, tickets.id))
    .where(and(eq(tickets.id, id), scopeSql(scope)));
  return row ?? null;
}

/** Which of the tests a ticket passes: the same conditions that the list is read with. */
export async function passed(
  db: Db,
  id: string,
  tests: readonly ViewTest[],
  looker: Looker,
): Promise<boolean[]> {
  if (tests.length === 0) return [];
  const said = sql.join(
    tests.map((test) => sql`coalesce((${testSql(test, looker) ?? sql`true`}), false)`),
    sql`, `,
  );
  const [row] = await rowsOf<{ said: boolean[] }>(
    db,
    sql`select array[${said}] as said from ${tickets} where ${eq(tickets.id, id)}`,
  );
  return row?.said ?? [];
}

/**
 * The place of a ticket in a list, from 1; null when it is not found among the first
 * `COUNT_LIMIT`, or the order says nothing about it.
 */
export async function placeIn(
  db: Db,
  scope: Scope,
  sort: ViewSort,
  id: string,
): Promise<number | null> {
  const [first] = segmentsOf(sort, scope);
  if (!first) return null;
  const { where, order } = partSql(scope, first, null);
  const clocks =
    sort === "sla" ? sql`join ${ticketClocks} on ticket_clocks.ticket_id = tickets.id` : sql``;
  const [row] = await rowsOf<{ place: number }>(
    db,
    sql`select place::int from (
          select listed.id, row_number() over () as place from (
            select tickets.id from ${tickets} ${clocks} where ${where}
            order by ${sql.join(order, sql`, `)} limit ${COUNT_LIMIT}
          ) listed
        ) numbered where id = ${id}::uuid`,
  );
  return row?.place ?? null;
}

/** Names by slug or id, for what tests hold. All lists are short. */
export async function testNames(db: Db) {
  const [staff, groups, kinds] = await Promise.all([
    db.select({ id: people.id, name: people.name }).from(people),
    db.select({ id: teams.id, name: teams.name }).from(teams),
    db.select({ id: categories.slug, name: categories.name }).from(categories),
  ]);
  const map = (rows: { id: string; name: string }[]) =>
    new Map(rows.map(({ id, name }) => [id, name]));
  return {
    people: map(staff),
    teams: map(groups),
    categories: map(kinds),
    intents: new Map<string, string>(),
  };
}

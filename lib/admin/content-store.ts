import { asc, count, desc, eq, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { categories, intents, macros, tags } from "@/db/schema/desk";
import { people, teams } from "@/db/schema/person";
import { tickets } from "@/db/schema/ticket";

export function categoryRows(db: Db) {
  return db.select().from(categories).orderBy(asc(categories.name));
}

export function intentRows(db: Db) {
  return db.select().from(intents).orderBy(asc(intents.position), asc(intents.slug));
}

/** Tickets by category and by primary intent. */
export async function labelCounts(db: Db) {
  const byCategory = await db
    .select({ slug: tickets.category, n: count() })
    .from(tickets)
    .groupBy(tickets.category);
  const byIntent = await db
    .select({ slug: sql<string>`coalesce(${tickets.primaryIntent}, '')`, n: count() })
    .from(tickets)
    .groupBy(tickets.primaryIntent);
  return { category: byCategory, intent: byIntent };
}

/** Examples that people gave of each label, by space and label. */
export function exampleCounts(db: Db) {
  return rowsOf<{ space: string; label: string; n: number }>(
    db,
    sql`select one ->> 'space' as space, one ->> 'label' as label, count(*)::int as n
        from signals, jsonb_array_elements(learned) one
        where undone_at is null and one ->> 'type' = 'labelled'
        group by 1, 2`,
  );
}

/** The latest tickets of a category or an intent. */
export function ticketsWithLabel(db: Db, space: "category" | "intent", slug: string, most: number) {
  const { id, number, subject, version } = tickets;
  const column = space === "category" ? tickets.category : tickets.primaryIntent;
  return db
    .select({ id, number, subject, version })
    .from(tickets)
    .where(eq(column, slug))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(most);
}

export function macroRows(db: Db) {
  return db
    .select({
      id: macros.id,
      name: macros.name,
      body: macros.body,
      actions: macros.actions,
      teamId: teams.id,
      teamName: teams.name,
      by: people.name,
      updatedAt: macros.updatedAt,
      archivedAt: macros.archivedAt,
    })
    .from(macros)
    .leftJoin(teams, eq(teams.id, macros.teamId))
    .leftJoin(people, eq(people.id, macros.createdBy))
    .orderBy(asc(sql`lower(${macros.name})`), asc(macros.id));
}

export function describedTags(db: Db) {
  return db.select().from(tags).orderBy(asc(tags.name));
}

/** Tags that tickets have, with how many; the commonest first. */
export function usedTags(db: Db, most: number) {
  return rowsOf<{ name: string; n: number }>(
    db,
    sql`select name, count(*)::int as n from tickets, unnest(tags) name
        group by name order by n desc, name limit ${most}`,
  );
}

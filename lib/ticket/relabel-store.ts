import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";

/** Tickets changed in one statement: others wait no longer than that for their rows. */
const BATCH = 1000;

/**
 * Gives tickets that have one category another. Call it until it has done nothing.
 *
 * @returns how many it changed
 */
export async function replaceCategory(db: Db, from: string, to: string): Promise<number> {
  const rows = await rowsOf(
    db,
    sql`update tickets set category = ${to}, version = version + 1
        where id in (select id from tickets where category = ${from} limit ${BATCH})
        returning id`,
  );
  return rows.length;
}

/** The same for the primary intent, its place among the intents, and the tag that says it. */
export async function replaceIntent(db: Db, from: string, to: string): Promise<number> {
  const rows = await rowsOf(
    db,
    sql`update tickets set
          primary_intent = case when primary_intent = ${from} then ${to} else primary_intent end,
          intents = (select coalesce(jsonb_agg(
            case when one ->> 'intent' = ${from}
              then jsonb_set(one, '{intent}', to_jsonb(${to}::text)) else one end), '[]')
            from jsonb_array_elements(intents) one),
          tags = array_replace(tags, ${from}, ${to}),
          version = version + 1
        where id in (select id from tickets where primary_intent = ${from}
          or intents @> jsonb_build_array(jsonb_build_object('intent', ${from}::text)) limit ${BATCH})
        returning id`,
  );
  return rows.length;
}

/** The same for a tag; a ticket that has both keeps one. */
export async function replaceTag(db: Db, from: string, to: string): Promise<number> {
  const rows = await rowsOf(
    db,
    sql`update tickets set
          tags = case when ${to} = any(tags) then array_remove(tags, ${from})
            else array_replace(tags, ${from}, ${to}) end,
          version = version + 1
        where id in (select id from tickets where tags @> array[${from}]::text[] limit ${BATCH})
        returning id`,
  );
  return rows.length;
}

import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { FOLLOWED } from "@/lib/event";
import type { Desk } from "./desk";
import { UNDER_WAY } from "./quiet";
import type { Verdict } from "./verify-requests";

/** No job is left, dead, or was never made; every message was routed once. */
export async function verifyJobs({ db }: Desk): Promise<Verdict> {
  const followed = sql.join(
    [...FOLLOWED].map((type) => sql`${type}`),
    sql`, `,
  );
  const stuck = await words(
    db,
    sql`select name || ' is ' || state || ', due ' || start_after as words
        from pgboss.job where ${UNDER_WAY}`,
  );
  const dead = await words(
    db,
    sql`select coalesce(source_name, name) || ': ' || coalesce(source_output::text, output::text, '')
          as words from pgboss.job where name = 'dead-letters'`,
  );
  const unfollowed = await words(
    db,
    sql`select e.type || ' ' || e.id as words from events e where e.type in (${followed})
          and not exists (select from pgboss.job j where j.name = 'follow'
            and j.data->>'eventId' = e.id::text and j.state = 'completed')`,
  );
  const undone = await words(
    db,
    sql`select e.type || ' ' || e.id as words from events e where e.type in (${followed})
          and not exists (select from pgboss.job j where j.data->>'ofEvent' = e.id::text
            and j.state = 'completed')`,
  );
  const routed = await words(
    db,
    sql`select m.external_id || ' (' || count(e.id) || ')' as words from messages m
        left join events e on e.ticket_id = m.ticket_id and e.type = 'ticket.routed'
          and e.payload->>'messageId' = m.id::text
        where m.author = 'customer' and not coalesce(m.metadata->>'confirmation' = 'true', false)
        group by m.id having count(e.id) <> 1`,
  );
  const [count] = await rowsOf<{ jobs: number; retried: number; events: number }>(
    db,
    sql`select count(*)::int as jobs, (count(*) filter (where retry_count > 0))::int as retried,
          (select count(*)::int from events) as events
        from pgboss.job where name not like '\\_\\_pgboss%'`,
  );
  return {
    counts: {
      events: count?.events ?? 0,
      jobs: count?.jobs ?? 0,
      "jobs run more than once": count?.retried ?? 0,
      "dead letters": dead.length,
    },
    violations: [
      ...stuck.map((one) => `job ${one}`),
      ...dead.map((one) => `dead letter ${one}`),
      ...unfollowed.map((one) => `nothing followed the event ${one}`),
      ...undone.map((one) => `no job was done for the event ${one}`),
      ...routed.map((one) => `message ${one} was not routed exactly once`),
    ],
  };
}

async function words(db: Desk["db"], query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await rowsOf<{ words: string }>(db, query);
  return rows.map((row) => row.words);
}

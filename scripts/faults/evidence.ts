import { writeFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Desk } from "./desk";

/** Writes what happened to each ticket, one a line, for whoever must find out why. */
export async function keepEvidence({ db }: Desk, file: string): Promise<void> {
  const rows = await rowsOf<{ line: string }>(
    db,
    sql`select json_build_object('number', t.number, 'status', t.status, 'id', t.id,
          'waiting', t.waiting_since, 'events', (select json_agg(json_build_object(
            'at', e.created_at, 'type', e.type, 'by', e.actor_id, 'payload', e.payload) order by e.seq)
            from events e where e.ticket_id = t.id),
          'messages', (select json_agg(json_build_object('id', m.id, 'author', m.author,
            'at', m.created_at, 'text', m.text, 'delivery', d.state, 'tries', d.tries,
            'error', d.last_error) order by m.created_at)
            from messages m left join deliveries d on d.message_id = m.id where m.ticket_id = t.id),
          'jobs', (select json_agg(json_build_object('name', j.name, 'state', j.state,
            'began', j.started_on, 'ended', j.completed_on, 'retries', j.retry_count,
            'data', j.data, 'output', j.output) order by j.created_on)
            from pgboss.job j where j.data->>'ticketId' = t.id::text))::text as line
        from tickets t order by t.number`,
  );
  writeFileSync(file, rows.map(({ line }) => `${line}\n`).join(""));
}

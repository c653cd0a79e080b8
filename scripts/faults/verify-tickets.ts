import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import { TRANSITIONS } from "@/lib/ticket/model";
import type { Desk } from "./desk";
import type { Verdict } from "./verify-requests";

type Row = {
  number: number;
  status: string;
  waiting: boolean;
  moves: { from: string; to: string }[] | null;
  /** Author of the newest public message, and whether it asks or was delivered. */
  author: string;
  confirms: boolean;
  delivered: boolean;
};

/** Every ticket came to its status by legal moves, rests, and waits exactly when nobody answered. */
export async function verifyTickets({ db }: Desk): Promise<Verdict> {
  const rows = await rowsOf<Row>(
    db,
    sql`select t.number, t.status, t.waiting_since is not null as waiting,
          (select json_agg(e.payload order by e.seq) from events e
            where e.ticket_id = t.id and e.type = 'ticket.status_changed') as moves,
          last.author, coalesce(last.metadata->>'confirmation' = 'true', false) as confirms,
          coalesce(d.state = 'sent', false) as delivered
        from tickets t
        join lateral (select * from messages m where m.ticket_id = t.id and m.public
          order by m.created_at desc, m.id desc limit 1) last on true
        left join deliveries d on d.message_id = last.id`,
  );
  const counts: Record<string, number> = {};
  const violations: string[] = [];
  for (const row of rows) {
    const key = `tickets ${row.status.replaceAll("_", " ")}`;
    counts[key] = (counts[key] ?? 0) + 1;
    violations.push(...faultsOf(row).map((words) => `ticket #${row.number} ${words}`));
  }
  return { counts, violations };
}

const LEGAL = new Set(TRANSITIONS.map(([from, to]) => `${from}>${to}`));

function faultsOf(row: Row): string[] {
  const faults: string[] = [];
  let at = "open";
  for (const { from, to } of row.moves ?? []) {
    if (from !== at) faults.push(`was ${at}, but its journal says that it went from ${from}`);
    if (!LEGAL.has(`${from}>${to}`)) faults.push(`went from ${from} to ${to}, which is not legal`);
    at = to;
  }
  if (at !== row.status) faults.push(`is ${row.status}; its journal ends at ${at}`);
  if (row.status === "in_progress") faults.push("is in progress, but nothing is under way");
  const over = row.status === "resolved" || row.status === "closed";
  const asks = row.author === "customer" && !row.confirms;
  if (over && row.waiting) faults.push(`is ${row.status}, yet its customer waits`);
  if (!over && asks && !row.waiting) faults.push("has an unanswered message, yet nobody waits");
  if (row.delivered && row.waiting && row.author !== "system") {
    faults.push("was answered, yet its customer waits");
  }
  return faults;
}

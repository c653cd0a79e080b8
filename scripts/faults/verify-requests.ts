import { sql } from "drizzle-orm";
import { rowsOf } from "@/db/client";
import type { Acknowledged } from "./callers";
import type { Desk } from "./desk";
import type { Planned } from "./requests";

/** What was found, and what should not be. */
export type Verdict = { counts: Record<string, number>; violations: string[] };

type Stored = { externalId: string; ticketId: string; receipts: number; messages: number };

/** Every acknowledged request is there once, where its caller was told; nothing else is. */
export async function verifyRequests(
  { db }: Desk,
  planned: readonly Planned[],
  acknowledged: readonly Acknowledged[],
): Promise<Verdict> {
  const violations: string[] = [];
  const stored = await rowsOf<Stored>(
    db,
    sql`select r.external_id as "externalId", r.ticket_id as "ticketId",
          (select count(*)::int from inbound_receipts x where x.external_id = r.external_id) as receipts,
          (select count(*)::int from messages m where m.external_id = r.external_id
            and m.author = 'customer' and m.ticket_id = r.ticket_id) as messages
        from inbound_receipts r`,
  );
  const byId = new Map(stored.map((row) => [row.externalId, row]));
  for (const { body } of planned) {
    const id = body.external_id;
    const told = acknowledged.filter((one) => one.externalId === id);
    const row = byId.get(id);
    if (told.length === 0) violations.push(`request ${id} was never acknowledged`);
    if (!row) {
      violations.push(`request ${id} is lost: it has no receipt`);
      continue;
    }
    if (row.messages !== 1) violations.push(`request ${id} is ${row.messages} messages`);
    if (told.some((one) => one.ticketId !== row.ticketId)) {
      violations.push(`request ${id}: callers were told different tickets`);
    }
    if (told.filter((one) => one.stored).length > 1) {
      violations.push(`request ${id} was said to be new more than once`);
    }
  }
  const totals = await one(db);
  const conversations = new Set(planned.map(({ body }) => body.conversation_id)).size;
  if (totals.messages !== planned.length) {
    violations.push(`${planned.length} requests became ${totals.messages} messages of customers`);
  }
  if (totals.tickets !== conversations) {
    violations.push(`${conversations} conversations became ${totals.tickets} tickets`);
  }
  return {
    counts: {
      "requests sent, each copy": acknowledged.length,
      "different requests": planned.length,
      "messages of customers": totals.messages,
      tickets: totals.tickets,
    },
    violations,
  };
}

async function one(db: Desk["db"]): Promise<{ messages: number; tickets: number }> {
  const [row] = await rowsOf<{ messages: number; tickets: number }>(
    db,
    sql`select (select count(*)::int from messages where author = 'customer') as messages,
          (select count(*)::int from tickets) as tickets`,
  );
  return row ?? { messages: 0, tickets: 0 };
}

import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { inboundReceipts } from "@/db/schema/ingest";

export type Receipt = { ticketId: string; bodyHash: string };

type Looked = { free: boolean; ticket: string | null; hash: string | null };

/**
 * Reserves an external id until the transaction ends, and finds the receipt of an earlier copy.
 * Copies that arrive at once wait here for the first, so that they cost no ticket number.
 */
export async function claim(
  db: Db,
  connectionId: string,
  externalId: string,
): Promise<Receipt | null> {
  const lock = sql`hashtextextended(${`${connectionId}:${externalId}`}, 0)`;
  const look = (take: ReturnType<typeof sql>) =>
    rowsOf<Looked>(
      db,
      sql`select ${take} as free, r.ticket_id as ticket, r.body_hash as hash
          from (select 1) one
          left join inbound_receipts r
            on r.connection_id = ${connectionId}::uuid and r.external_id = ${externalId}`,
    );
  let [row] = await look(sql`pg_try_advisory_xact_lock(${lock})`);
  if (!row?.free) {
    // A copy is at work. What it stores is only seen by a statement that begins after it has ended.
    await db.execute(sql`select pg_advisory_xact_lock(${lock})`);
    [row] = await look(sql`true`);
  }
  return row?.ticket && row.hash ? { ticketId: row.ticket, bodyHash: row.hash } : null;
}

export type NewReceipt = typeof inboundReceipts.$inferInsert;

/** Stores the receipt. @returns false when there is one: then nothing of this copy may stay */
export async function insertReceipt(db: Db, row: NewReceipt): Promise<boolean> {
  const stored = await rowsOf<{ one: number }>(
    db,
    sql`insert into ${inboundReceipts}
          (connection_id, external_id, ticket_id, message_id, outcome, body_hash, created_at)
        values (${row.connectionId}, ${row.externalId}, ${row.ticketId}, ${row.messageId ?? null},
          ${row.outcome}, ${row.bodyHash}, ${(row.createdAt ?? new Date()).toISOString()})
        on conflict do nothing
        returning 1 as one`,
  );
  return stored.length === 1;
}

/** The ticket that a request of this connection went to. */
export async function receiptOf(
  db: Db,
  connectionId: string,
  externalId: string,
): Promise<Receipt | null> {
  const [row] = await rowsOf<{ ticket: string; hash: string }>(
    db,
    sql`select ticket_id as ticket, body_hash as hash from ${inboundReceipts}
        where connection_id = ${connectionId} and external_id = ${externalId}`,
  );
  return row ? { ticketId: row.ticket, bodyHash: row.hash } : null;
}

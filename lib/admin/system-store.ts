import { count, inArray, max, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import { signals } from "@/db/schema/predictor";

/** What the database says of itself. */
export async function databaseFacts(db: Db) {
  const [row] = await rowsOf<{ version: string; migrations: number; bytes: number }>(
    db,
    sql`select current_setting('server_version') as version,
          (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
          pg_database_size(current_database())::float8 as bytes`,
  );
  return row ?? { version: "", migrations: 0, bytes: 0 };
}

/** Replies that have not settled. */
export function openDeliveries(db: Db) {
  return db
    .select({ state: deliveries.state, n: count() })
    .from(deliveries)
    .where(inArray(deliveries.state, ["queued", "sending", "failed", "unknown"]))
    .groupBy(deliveries.state)
    .orderBy(deliveries.state);
}

export async function newestSignal(db: Db): Promise<number> {
  const [row] = await db.select({ seq: max(signals.seq) }).from(signals);
  return row?.seq ?? 0;
}

import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { apiKeys, connections } from "@/db/schema/channel";
import type { Scope } from "./model";

export type Connection = typeof connections.$inferSelect;

export async function connectionById(db: Db, id: string): Promise<Connection | null> {
  const [row] = await db.select().from(connections).where(eq(connections.id, id));
  return row ?? null;
}

export type SignedConnection = { id: string; source: string; sealed: string };

/** A connection that is switched on, by id or by name. */
export async function activeConnection(
  db: Db,
  by: { id: string } | { name: string },
): Promise<SignedConnection | null> {
  const which = "id" in by ? sql`id = ${by.id}::uuid` : sql`name = ${by.name}`;
  const [row] = await rowsOf<SignedConnection>(
    db,
    sql`select id, source, secret_sealed as sealed from connections
        where ${which} and disabled_at is null`,
  );
  return row ?? null;
}

/** Stores a connection. @returns false when its name is taken */
export async function insertConnection(
  db: Db,
  row: typeof connections.$inferInsert,
): Promise<boolean> {
  const stored = await db
    .insert(connections)
    .values(row)
    .onConflictDoNothing({ target: connections.name })
    .returning({ id: connections.id });
  return stored.length === 1;
}

export async function connectionByName(db: Db, name: string): Promise<Connection | null> {
  const [row] = await db.select().from(connections).where(eq(connections.name, name));
  return row ?? null;
}

export async function replaceSecret(db: Db, id: string, secretSealed: string): Promise<void> {
  await db
    .update(connections)
    .set({ secretSealed, disabledAt: null })
    .where(eq(connections.id, id));
}

export async function insertApiKey(db: Db, row: typeof apiKeys.$inferInsert): Promise<void> {
  await db.insert(apiKeys).values(row);
}

export type LiveKey = {
  id: string;
  connectionId: string;
  scopes: Scope[];
  source: string;
  lastUsedAt: Date | null;
};

/** The key with this hash, unless it or its connection is switched off. */
export async function liveKey(db: Db, hash: string): Promise<LiveKey | null> {
  const [row] = await db
    .select({
      id: apiKeys.id,
      connectionId: apiKeys.connectionId,
      scopes: apiKeys.scopes,
      source: connections.source,
      lastUsedAt: apiKeys.lastUsedAt,
    })
    .from(apiKeys)
    .innerJoin(connections, eq(connections.id, apiKeys.connectionId))
    .where(and(eq(apiKeys.hash, hash), eq(apiKeys.revoked, false), isNull(connections.disabledAt)));
  return row ?? null;
}

/** Notes the use of a key, unless that was done since `since`. */
export async function touchKey(db: Db, id: string, at: Date, since: Date): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, since))));
}

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

/** Changes a connection. @returns false when the name belongs to another one */
export async function updateConnection(
  db: Db,
  id: string,
  change: Partial<typeof connections.$inferInsert>,
): Promise<boolean> {
  const name = change.name;
  const free =
    name === undefined
      ? undefined
      : sql`not exists (select 1 from connections other where other.name = ${name} and other.id <> ${id})`;
  const rows = await db
    .update(connections)
    .set(change)
    .where(and(eq(connections.id, id), free))
    .returning({ id: connections.id });
  return rows.length > 0;
}

/** Held until the transaction ends: two changes of one connection wait for each other. */
export async function lockConnection(db: Db, id: string): Promise<Connection | null> {
  const [row] = await db.select().from(connections).where(eq(connections.id, id)).for("update");
  return row ?? null;
}

export type ApiKey = typeof apiKeys.$inferSelect;

export async function keyById(db: Db, id: string): Promise<ApiKey | null> {
  const [row] = await db.select().from(apiKeys).where(eq(apiKeys.id, id));
  return row ?? null;
}

/** @returns its connection; null when it was revoked before, or is not there */
export async function revokeKey(db: Db, id: string, now: Date): Promise<string | null> {
  const [row] = await db
    .update(apiKeys)
    .set({ revoked: true, revokedAt: now })
    .where(and(eq(apiKeys.id, id), eq(apiKeys.revoked, false)))
    .returning({ connectionId: apiKeys.connectionId });
  return row?.connectionId ?? null;
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

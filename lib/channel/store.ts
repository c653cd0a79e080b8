import { and, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { apiKeys, connections } from "@/db/schema/channel";
import type { Scope } from "./model";

export type Connection = typeof connections.$inferSelect;

export async function connectionById(db: Db, id: string): Promise<Connection | null> {
  const [row] = await db.select().from(connections).where(eq(connections.id, id));
  return row ?? null;
}

/** A connection that has no secret but its newest. */
export const NO_OLD_SECRET = {
  oldSecretSealed: null,
  oldSecretUntil: null,
  oldSecretUsedAt: null,
} as const;

export type SignedConnection = {
  id: string;
  source: string;
  sealed: string;
  /** Of the secret before, while it is valid. */
  oldSealed: string | null;
  /** Their use was not noted since `since`. */
  due: boolean;
  oldDue: boolean;
};

/** A connection that is switched on, by id or by name, with the secrets that are valid `at`. */
export async function activeConnection(
  db: Db,
  by: { id: string } | { name: string },
  at: Date,
  since: Date,
): Promise<SignedConnection | null> {
  const which = "id" in by ? sql`id = ${by.id}::uuid` : sql`name = ${by.name}`;
  const [row] = await rowsOf<SignedConnection>(
    db,
    sql`select id, source, secret_sealed as sealed,
          case when old_secret_until > ${at.toISOString()}::timestamptz then old_secret_sealed end as "oldSealed",
          coalesce(secret_used_at < ${since.toISOString()}::timestamptz, true) as due,
          coalesce(old_secret_used_at < ${since.toISOString()}::timestamptz, true) as "oldDue"
        from connections
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
    .set({ secretSealed, secretUsedAt: null, ...NO_OLD_SECRET, disabledAt: null })
    .where(eq(connections.id, id));
}

const USED = { newest: "secretUsedAt", old: "oldSecretUsedAt" } as const;

/**
 * Notes the use of a secret, unless that was done since `since`, or another has taken its place
 * meanwhile.
 */
export async function touchSecret(
  db: Db,
  { id, which, by }: { id: string; which: keyof typeof USED; by: string },
  { at, since }: { at: Date; since: Date },
): Promise<void> {
  const secret = which === "newest" ? connections.secretSealed : connections.oldSecretSealed;
  const used = connections[USED[which]];
  await db
    .update(connections)
    .set({ [USED[which]]: at })
    .where(and(eq(connections.id, id), eq(secret, by), or(isNull(used), lt(used, since))));
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

/** Another key has taken its place. Its end comes no later than it would have. */
export async function endKey(db: Db, id: string, at: Date): Promise<void> {
  await db
    .update(apiKeys)
    .set({ endsAt: sql`least(${apiKeys.endsAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(apiKeys.id, id));
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

/** The key with this hash, unless it has ended or its connection is switched off. */
export async function liveKey(db: Db, hash: string, now: Date): Promise<LiveKey | null> {
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
    .where(
      and(
        eq(apiKeys.hash, hash),
        eq(apiKeys.revoked, false),
        or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, now)),
        isNull(connections.disabledAt),
      ),
    );
  return row ?? null;
}

/** Notes the use of a key, unless that was done since `since`. */
export async function touchKey(db: Db, id: string, at: Date, since: Date): Promise<void> {
  await db
    .update(apiKeys)
    .set({ lastUsedAt: at })
    .where(and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, since))));
}

import { asc, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { apiKeys, connections } from "@/db/schema/channel";
import { people } from "@/db/schema/person";

/** All connections by name. Secrets and hashes stay where they are. */
export function connectionRows(db: Db) {
  const { id, name, source, replyUrl, disabledAt, createdAt } = connections;
  const { secretUsedAt, oldSecretUntil, oldSecretUsedAt } = connections;
  return db
    .select({
      ...{ id, name, source, replyUrl, disabledAt, createdAt },
      ...{ secretUsedAt, oldSecretUntil, oldSecretUsedAt },
    })
    .from(connections)
    .orderBy(asc(connections.name));
}

/** All keys, newest first. */
export function keyRows(db: Db) {
  const { id, connectionId, name, scopes, createdAt, lastUsedAt, revoked, revokedAt, rotatedFrom } =
    apiKeys;
  const { endsAt } = apiKeys;
  return db
    .select({
      ...{ id, connectionId, name, scopes, createdAt, lastUsedAt, revoked, revokedAt, rotatedFrom },
      endsAt,
      by: people.name,
    })
    .from(apiKeys)
    .leftJoin(people, eq(people.id, apiKeys.createdBy))
    .orderBy(desc(apiKeys.createdAt), asc(apiKeys.id));
}

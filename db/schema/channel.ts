import { sql } from "drizzle-orm";
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { SCOPES } from "@/lib/channel/model";
import { createdAt, id, time } from "./columns";
import { people } from "./person";

/** Other systems that send requests in; replies of channel `webhook` go to their `replyUrl`. */
export const connections = pgTable(
  "connections",
  {
    id: id(),
    name: text().notNull(),
    /** Shown as the ticket's source: `zendesk`, `widget`, `cli`. */
    source: text().notNull(),
    replyUrl: text(),
    /** Standard Webhooks secret (`whsec_…`), encrypted with the desk's secret. Signs both ways. */
    secretSealed: text().notNull(),
    /** When a request signed with it last came in; exact to a minute. */
    secretUsedAt: time(),
    /** The secret before, which signs as well until then. */
    oldSecretSealed: text(),
    oldSecretUntil: time(),
    oldSecretUsedAt: time(),
    disabledAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("connections_name_key").on(t.name),
    check(
      "connections_old_secret_ends",
      sql`(${t.oldSecretSealed} is null) = (${t.oldSecretUntil} is null)`,
    ),
  ],
);

/** Keys of the API. Only the hash is kept; the key is shown once. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: id(),
    connectionId: uuid()
      .notNull()
      .references(() => connections.id, { onDelete: "cascade" }),
    name: text().notNull(),
    /** sha256 of the key, hex. */
    hash: text().notNull(),
    scopes: text({ enum: SCOPES }).array().notNull(),
    revoked: boolean().notNull().default(false),
    revokedAt: time(),
    /** Another one has taken its place: from then on it opens nothing. Null: it has no end. */
    endsAt: time(),
    /** The key that this one takes the place of. */
    rotatedFrom: uuid(),
    createdBy: uuid().references(() => people.id, { onDelete: "set null" }),
    lastUsedAt: time(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("api_keys_hash_key").on(t.hash),
    index("api_keys_connection_idx").on(t.connectionId),
    check("api_keys_hash_form", sql`${t.hash} ~ '^[0-9a-f]{64}$'`),
  ],
);

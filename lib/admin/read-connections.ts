import type { z } from "zod";
import { CONNECTION_PREFIX } from "../channel/model";
import { type Context, requirePermission } from "../platform/context";
import { publicUrl } from "../platform/env";
import { toPublicId } from "../platform/ids";
import { connectionRows, keyRows } from "./connection-store";
import type { ConnectionsView } from "./model";

/** Other systems and their keys, for those who may change them. */
export async function readConnections(ctx: Context): Promise<z.input<typeof ConnectionsView>> {
  requirePermission(ctx, "channels.write");
  const keys = await keyRows(ctx.db);
  return {
    ingestUrl: `${publicUrl(ctx.env)}/api/webhooks/support/ingest`,
    connections: (await connectionRows(ctx.db)).map(
      ({ oldSecretUntil, oldSecretUsedAt, ...row }) => ({
        ...row,
        secretUsedAt: row.secretUsedAt?.toISOString() ?? null,
        oldSecret:
          oldSecretUntil && oldSecretUntil > ctx.now()
            ? {
                until: oldSecretUntil.toISOString(),
                usedAt: oldSecretUsedAt?.toISOString() ?? null,
              }
            : null,
        publicId: toPublicId(CONNECTION_PREFIX, row.id),
        disabledAt: row.disabledAt?.toISOString() ?? null,
        createdAt: row.createdAt.toISOString(),
        keys: keys
          .filter(({ connectionId }) => connectionId === row.id)
          .map(({ revoked, revokedAt, endsAt, ...key }) => ({
            ...key,
            endsAt: endsAt && endsAt > ctx.now() ? endsAt.toISOString() : null,
            createdAt: key.createdAt.toISOString(),
            lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
            // Keys of earlier versions do not know when they were revoked.
            revokedAt:
              (revoked
                ? (revokedAt ?? key.createdAt)
                : endedAt(endsAt, ctx.now())
              )?.toISOString() ?? null,
            replaced: keys.some(({ rotatedFrom }) => rotatedFrom === key.id),
          })),
      }),
    ),
  };
}

const endedAt = (endsAt: Date | null, now: Date) => (endsAt && endsAt <= now ? endsAt : null);

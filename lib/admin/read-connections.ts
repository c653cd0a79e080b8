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
    connections: (await connectionRows(ctx.db)).map((row) => ({
      ...row,
      publicId: toPublicId(CONNECTION_PREFIX, row.id),
      disabledAt: row.disabledAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      keys: keys
        .filter(({ connectionId }) => connectionId === row.id)
        .map(({ revoked, revokedAt, ...key }) => ({
          ...key,
          createdAt: key.createdAt.toISOString(),
          lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
          // Keys of earlier versions do not know when they were revoked.
          revokedAt: revoked ? (revokedAt ?? key.createdAt).toISOString() : null,
          replaced: keys.some(({ rotatedFrom }) => rotatedFrom === key.id),
        })),
    })),
  };
}

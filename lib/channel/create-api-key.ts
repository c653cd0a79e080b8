import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { randomToken, sha256 } from "../platform/secrets";
import { KEY_PREFIX, type NewApiKey } from "./model";
import { connectionById, insertApiKey } from "./store";

/** Makes a key for a connection. Only its hash is stored: the key is told now and never again. */
export async function createApiKey(
  ctx: Context,
  input: NewApiKey,
): Promise<{ apiKeyId: string; key: string }> {
  requirePermission(ctx, "settings.write");
  const apiKeyId = newId();
  const key = `${KEY_PREFIX}${randomToken()}`;
  await transaction(ctx, async (tx) => {
    const connection = await connectionById(tx.db, input.connectionId);
    if (!connection) throw new AppError("not_found", "There is no such connection.");
    await insertApiKey(tx.db, {
      id: apiKeyId,
      connectionId: connection.id,
      name: input.name,
      hash: sha256(key),
      scopes: input.scopes,
      createdAt: ctx.now(),
    });
    await recordEvent(tx, "api_key.created", { connectionId: connection.id, apiKeyId });
  });
  return { apiKeyId, key };
}

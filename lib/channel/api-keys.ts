import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { randomToken, sha256 } from "../platform/secrets";
import { ApiKeyRef, KEY_PREFIX, KeyRotation, NewApiKey, overlapEnd } from "./model";
import { connectionById, endKey, insertApiKey, keyById, revokeKey } from "./store";

type Made = { apiKeyId: string; key: string };

/** Makes a key for a connection. Only its hash is stored: the key is told now and never again. */
export async function createApiKey(ctx: Context, input: NewApiKey): Promise<Made> {
  requirePermission(ctx, "channels.write");
  const { connectionId, name, scopes } = parseInput(NewApiKey, input);
  return transaction(ctx, async (tx) => {
    const connection = await connectionById(tx.db, connectionId);
    if (!connection) throw new AppError("not_found", "There is no such connection.");
    const made = await storeKey(tx, { connectionId, name, scopes });
    await recordEvent(tx, "api_key.created", { connectionId, apiKeyId: made.apiKeyId });
    return made;
  });
}

/**
 * Makes a key that takes the place of another: same connection, name and scopes. The old one works
 * for the overlap, so that nothing stops while the new one is put in.
 *
 * @throws `conflict` when the old one has ended
 */
export async function rotateApiKey(ctx: Context, input: KeyRotation): Promise<Made> {
  requirePermission(ctx, "channels.write");
  const { apiKeyId: from, overlapHours } = parseInput(KeyRotation, input);
  return transaction(ctx, async (tx) => {
    const old = await keyById(tx.db, from);
    if (!old) throw new AppError("not_found", "There is no such key.");
    if (old.revoked || (old.endsAt && old.endsAt <= tx.now()))
      throw new AppError("conflict", "That key is revoked. Make a new one.");
    const { connectionId, name, scopes } = old;
    const made = await storeKey(tx, { connectionId, name, scopes }, from);
    await endKey(tx.db, from, overlapEnd(tx.now(), overlapHours));
    const { apiKeyId } = made;
    await recordEvent(tx, "api_key.rotated", { connectionId, apiKeyId, from, overlapHours });
    return made;
  });
}

/** Lets a key open nothing any more, from the next request on. Safe to repeat. */
export async function revokeApiKey(ctx: Context, input: ApiKeyRef): Promise<void> {
  requirePermission(ctx, "channels.write");
  const { apiKeyId } = parseInput(ApiKeyRef, input);
  await transaction(ctx, async (tx) => {
    const connectionId = await revokeKey(tx.db, apiKeyId, tx.now());
    if (connectionId) await recordEvent(tx, "api_key.revoked", { connectionId, apiKeyId });
    else if (!(await keyById(tx.db, apiKeyId))) {
      throw new AppError("not_found", "There is no such key.");
    }
  });
}

async function storeKey(ctx: Context, input: NewApiKey, rotatedFrom?: string): Promise<Made> {
  const apiKeyId = newId();
  const key = `${KEY_PREFIX}${randomToken()}`;
  await insertApiKey(ctx.db, {
    ...input,
    id: apiKeyId,
    hash: sha256(key),
    rotatedFrom: rotatedFrom ?? null,
    createdBy: ctx.actor.type === "person" ? ctx.actor.personId : null,
    createdAt: ctx.now(),
  });
  return { apiKeyId, key };
}

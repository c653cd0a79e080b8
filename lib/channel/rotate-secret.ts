import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { parseInput } from "../platform/parse";
import { seal } from "../platform/secrets";
import { found } from "./change-connection";
import { newSecret } from "./create-connection";
import { ConnectionRef, overlapEnd, SecretRotation } from "./model";
import { NO_OLD_SECRET, updateConnection } from "./store";

/**
 * Gives a connection another secret, told only now. The one before is valid for the overlap, in
 * requests and at the end of replies; one that was older ends at once.
 *
 * @throws `not_found`
 */
export async function rotateSecret(
  ctx: Context,
  input: SecretRotation,
): Promise<{ secret: string }> {
  requirePermission(ctx, "channels.write");
  const { connectionId, overlapHours } = parseInput(SecretRotation, input);
  const secret = newSecret();
  await transaction(ctx, async (tx) => {
    const before = await found(tx, connectionId);
    await updateConnection(tx.db, connectionId, {
      secretSealed: seal(tx.env.NEXTAUTH_SECRET, secret),
      secretUsedAt: null,
      ...(overlapHours === 0
        ? NO_OLD_SECRET
        : {
            oldSecretSealed: before.secretSealed,
            oldSecretUntil: overlapEnd(tx.now(), overlapHours),
            oldSecretUsedAt: before.secretUsedAt,
          }),
    });
    const change = "secret_rotated";
    await recordEvent(tx, "connection.changed", { connectionId, change, overlapHours });
  });
  return { secret };
}

/** Ends the overlap early: only the newest secret is valid, from the next request on. Safe to repeat. */
export async function endOldSecret(ctx: Context, input: ConnectionRef): Promise<object> {
  requirePermission(ctx, "channels.write");
  const { connectionId } = parseInput(ConnectionRef, input);
  return transaction(ctx, async (tx) => {
    const { oldSecretUntil } = await found(tx, connectionId);
    if (!oldSecretUntil || oldSecretUntil <= tx.now()) return {};
    await updateConnection(tx.db, connectionId, NO_OLD_SECRET);
    await recordEvent(tx, "connection.changed", { connectionId, change: "old_secret_ended" });
    return {};
  });
}

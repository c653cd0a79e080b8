import { recordEvent } from "../event";
import type { EventPayload } from "../event/model";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { nameTaken } from "./create-connection";
import { ConnectionChange } from "./model";
import { type Connection, lockConnection, updateConnection } from "./store";

type Change = EventPayload<"connection.changed">["change"];

/**
 * Changes name, reply address or state of another system.
 *
 * @throws `not_found`; `conflict` when the name is taken
 */
export async function changeConnection(ctx: Context, input: ConnectionChange): Promise<void> {
  requirePermission(ctx, "channels.write");
  const { connectionId, name, replyUrl, disabled } = parseInput(ConnectionChange, input);
  await transaction(ctx, async (tx) => {
    const before = await found(tx, connectionId);
    const change = async (what: Change, set: Partial<Connection>) => {
      if (!(await updateConnection(tx.db, connectionId, set))) throw nameTaken();
      await recordEvent(tx, "connection.changed", { connectionId, change: what });
    };
    if (name !== undefined && name !== before.name) await change("renamed", { name });
    if (replyUrl !== undefined && replyUrl !== before.replyUrl) {
      await change("reply_url", { replyUrl });
    }
    if (disabled === true && !before.disabledAt) await change("disabled", { disabledAt: tx.now() });
    if (disabled === false && before.disabledAt) await change("enabled", { disabledAt: null });
  });
}

/** @throws `not_found` */
export async function found(ctx: Context, id: string): Promise<Connection> {
  const connection = await lockConnection(ctx.db, id);
  if (!connection) throw new AppError("not_found", "There is no such connection.");
  return connection;
}

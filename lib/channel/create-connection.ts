import { randomBytes } from "node:crypto";
import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { seal } from "../platform/secrets";
import type { NewConnection } from "./model";
import { insertConnection } from "./store";

/** A secret in the form of Standard Webhooks: 32 random bytes. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/**
 * Stores another system that sends requests in. Its secret signs both ways and is told only now.
 *
 * @throws `conflict` when the name is taken
 */
export async function createConnection(
  ctx: Context,
  input: NewConnection,
): Promise<{ connectionId: string; secret: string }> {
  requirePermission(ctx, "settings.write");
  const connectionId = newId();
  const secret = newSecret();
  await transaction(ctx, async (tx) => {
    const stored = await insertConnection(tx.db, {
      id: connectionId,
      name: input.name,
      source: input.source,
      replyUrl: input.replyUrl ?? null,
      secretSealed: seal(ctx.env.NEXTAUTH_SECRET, secret),
      createdAt: ctx.now(),
    });
    if (!stored) throw new AppError("conflict", "A connection with this name exists already.");
    await recordEvent(tx, "connection.created", { connectionId });
  });
  return { connectionId, secret };
}

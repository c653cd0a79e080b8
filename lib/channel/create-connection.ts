import { randomBytes } from "node:crypto";
import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { seal } from "../platform/secrets";
import { NewConnection } from "./model";
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
  requirePermission(ctx, "channels.write");
  const { name, source, replyUrl } = parseInput(NewConnection, input);
  const connectionId = newId();
  const secret = newSecret();
  await transaction(ctx, async (tx) => {
    const stored = await insertConnection(tx.db, {
      id: connectionId,
      name,
      source,
      replyUrl: replyUrl ?? null,
      secretSealed: seal(ctx.env.NEXTAUTH_SECRET, secret),
      createdAt: ctx.now(),
    });
    if (!stored) throw nameTaken();
    await recordEvent(tx, "connection.created", { connectionId });
  });
  return { connectionId, secret };
}

export const nameTaken = () =>
  new AppError("conflict", "A connection with this name exists already.", {
    fields: { name: ["is the name of another connection"] },
  });

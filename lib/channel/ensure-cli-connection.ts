import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { toPublicId } from "../platform/ids";
import { seal, unseal } from "../platform/secrets";
import { createConnection, newSecret } from "./create-connection";
import { CONNECTION_PREFIX } from "./model";
import { connectionByName, replaceSecret } from "./store";

const NAME = "cli";

/**
 * The connection of `npm run ingest`, made when missing. Called at each start, by one process or
 * by several at once.
 *
 * @returns its id in public form, and its secret
 */
export async function ensureCliConnection(
  ctx: Context,
): Promise<{ connectionId: string; secret: string }> {
  requirePermission(ctx, "settings.write");
  const known = await connectionByName(ctx.db, NAME);
  if (known) {
    const secret = await secretOf(ctx, known);
    return { connectionId: toPublicId(CONNECTION_PREFIX, known.id), secret };
  }
  try {
    const made = await createConnection(ctx, { name: NAME, source: "cli" });
    return { ...made, connectionId: toPublicId(CONNECTION_PREFIX, made.connectionId) };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return ensureCliConnection(ctx);
    throw error;
  }
}

/** Its secret; a new one when the desk's own secret has changed and the old can't be read. */
async function secretOf(ctx: Context, known: { id: string; secretSealed: string }) {
  try {
    return unseal(ctx.env.NEXTAUTH_SECRET, known.secretSealed);
  } catch {
    const secret = newSecret();
    await replaceSecret(ctx.db, known.id, seal(ctx.env.NEXTAUTH_SECRET, secret));
    return secret;
  }
}

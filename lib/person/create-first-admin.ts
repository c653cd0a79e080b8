import { recordEvent } from "../event";
import { type Context, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { randomToken, sha256 } from "../platform/secrets";
import { FirstAdmin } from "./model";
import { hashPassword } from "./password";
import {
  consumeSetupToken,
  insertPerson,
  insertSetupToken,
  peopleExist,
  setupTokenHolds,
} from "./store";

const TOKEN_HOURS = 24;

/** A token that lets whoever reads the terminal make the first admin, once, within 24 hours. */
export async function issueSetupToken(ctx: Context): Promise<string> {
  const token = randomToken();
  const expiresAt = new Date(ctx.now().getTime() + TOKEN_HOURS * 3_600_000);
  await insertSetupToken(ctx.db, sha256(token), expiresAt);
  return token;
}

/**
 * Makes the first person of an empty desk.
 *
 * @throws `forbidden` when the token is wrong, used or too old; `conflict` when there is somebody
 */
export async function createFirstAdmin(
  ctx: Context,
  input: FirstAdmin,
): Promise<{ personId: string }> {
  const { token, name, email, password } = parseInput(FirstAdmin, input);
  const hash = sha256(token);
  // Hashing is slow: only for those who hold a link, and not while the tokens are locked.
  if (!(await setupTokenHolds(ctx.db, hash, ctx.now()))) throw used();
  const passwordHash = await hashPassword(password);
  const personId = newId();

  return transaction(ctx, async (tx) => {
    if (!(await consumeSetupToken(tx.db, hash, tx.now()))) throw used();
    if (await peopleExist(tx.db)) {
      throw new AppError("conflict", "This desk is set up already. Please sign in.");
    }
    await insertPerson(tx.db, {
      id: personId,
      name,
      email,
      role: "admin",
      passwordHash,
      createdAt: tx.now(),
    });
    await recordEvent(tx, "person.created", { personId, role: "admin" });
    return { personId };
  });
}

const used = () =>
  new AppError(
    "forbidden",
    "This set-up link is used or too old. Start Deskhand again: it prints a new one.",
  );

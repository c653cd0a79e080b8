import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { Email } from "./model";
import { generatePassword, hashPassword } from "./password";
import {
  activePersonByEmail,
  deleteSessionsOf,
  firstAdmin,
  type Person,
  setPasswordHash,
} from "./store";

/**
 * Gives a person a new random password and ends all their sessions.
 *
 * @param input.email whose; the first admin's when left out
 * @returns the password, which is kept nowhere
 * @throws `not_found`
 */
export async function resetPassword(
  ctx: Context,
  input: { email?: string | undefined },
): Promise<{ email: string; password: string }> {
  requirePermission(ctx, "settings.write");
  const person = await whose(ctx, input.email);
  const password = generatePassword();
  const passwordHash = await hashPassword(password);

  await transaction(ctx, async (tx) => {
    await setPasswordHash(tx.db, person.id, passwordHash);
    await deleteSessionsOf(tx.db, person.id);
    await recordEvent(tx, "person.password_reset", { personId: person.id });
  });
  return { email: person.email, password };
}

async function whose(ctx: Context, email: string | undefined): Promise<Person> {
  const person =
    email === undefined
      ? await firstAdmin(ctx.db)
      : await activePersonByEmail(ctx.db, parseInput(Email, email));
  if (!person) {
    throw new AppError(
      "not_found",
      email === undefined
        ? "This desk has no admin yet. npm start prints the link that makes the first one."
        : `Nobody here signs in as ${email}.`,
    );
  }
  return person;
}

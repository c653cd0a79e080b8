import { z } from "zod";
import { recordEvent } from "../event";
import { type Context, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { Email, SESSION_DAYS } from "./model";
import { passwordFits } from "./password";
import { activePersonByEmail, deleteExpired, insertSession } from "./store";
import { countSignIn, forgiveSignIn } from "./throttle";

const DAY_MS = 86_400_000;

export type SignInInput = {
  email: string;
  password: string;
  /** Of the browser; null when nothing tells it. */
  address: string | null;
  userAgent: string | null;
};

/**
 * Begins a session for the right password. Answer and time are the same for an unknown address, a
 * wrong password, and a person who has left.
 *
 * @throws `unauthenticated`; `rate_limited` after too many failures for the e-mail or the address
 */
export async function signIn(ctx: Context, input: SignInInput): Promise<{ sessionId: string }> {
  const email = Email.safeParse(input.email).data ?? "";
  const password = z.string().min(1).max(200).safeParse(input.password).data ?? "";
  const counted = await countSignIn(ctx, email, input.address);

  const person = email ? await activePersonByEmail(ctx.db, email) : null;
  if (!(await passwordFits(person?.passwordHash ?? null, password)) || !person) {
    throw new AppError("unauthenticated", "The e-mail address or the password is wrong.");
  }

  const sessionId = newId();
  const actor = { type: "person", personId: person.id, role: person.role, sessionId } as const;
  await transaction({ ...ctx, actor }, async (tx) => {
    await forgiveSignIn(tx, counted);
    await deleteExpired(tx.db, tx.now());
    await insertSession(tx.db, {
      id: sessionId,
      personId: person.id,
      userAgent: input.userAgent?.slice(0, 300) ?? null,
      expiresAt: new Date(tx.now().getTime() + SESSION_DAYS * DAY_MS),
      createdAt: tx.now(),
    });
    await recordEvent(tx, "person.signed_in", { personId: person.id });
  });
  return { sessionId };
}

import { recordEvent } from "../event";
import { type Context, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { sha256 } from "../platform/secrets";
import { consumeInvite, emailTaken, knownTeams, openInvite, setTeams } from "./invite-store";
import { AcceptInvite } from "./model";
import { hashPassword } from "./password";
import { insertPerson } from "./store";

const USED = "This invitation is used, withdrawn or too old. Ask for a new one.";

/** Whose invitation a link is. Looking uses nothing up. @throws `forbidden` when it holds no more */
export async function readInvite(
  ctx: Context,
  { token }: { token: string },
): Promise<{ name: string; email: string }> {
  const invite = await openInvite(ctx.db, sha256(token), ctx.now());
  if (!invite) throw new AppError("forbidden", USED);
  return { name: invite.name, email: invite.email };
}

/**
 * Makes the person who was invited, with the password that they chose.
 *
 * @throws `forbidden` when the link holds no more; `conflict` when the address is taken meanwhile
 */
export async function acceptInvite(ctx: Context, input: AcceptInvite): Promise<{ email: string }> {
  const { token, name, password } = parseInput(AcceptInvite, input);
  const tokenHash = sha256(token);
  // Hashing is slow: only for those who hold a link, and not while rows are locked.
  if (!(await openInvite(ctx.db, tokenHash, ctx.now()))) throw new AppError("forbidden", USED);
  const passwordHash = await hashPassword(password);
  const personId = newId();

  return transaction(ctx, async (tx) => {
    const invite = await openInvite(tx.db, tokenHash, tx.now());
    if (!invite) throw new AppError("forbidden", USED);
    const { email, role, areas } = invite;
    if (await emailTaken(tx.db, email)) {
      throw new AppError("conflict", "Somebody here has that e-mail address already.");
    }
    const createdAt = tx.now();
    await insertPerson(tx.db, { id: personId, name, email, role, areas, passwordHash, createdAt });
    // Two at once: the second waits here for the first, finds it used, and all of it is taken back.
    if (!(await consumeInvite(tx.db, tokenHash, personId, createdAt))) {
      throw new AppError("forbidden", USED);
    }
    await setTeams(tx.db, personId, await knownTeams(tx.db, invite.teamIds));
    await recordEvent(tx, "person.created", { personId, role });
    return { email };
  });
}

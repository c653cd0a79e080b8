import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { randomToken, sha256 } from "../platform/secrets";
import {
  emailTaken,
  insertInvite,
  knownTeams,
  revokeInvitesOf,
  revokeOpenInvite,
} from "./invite-store";
import { INVITE_DAYS, InviteInput, InviteRef } from "./model";

const DAY = 86_400_000; // ms

/**
 * Invites somebody to the desk. Earlier invitations of the same address end.
 *
 * @returns the token of the link, which is kept nowhere else and works once
 * @throws `conflict` when somebody here has that address
 */
export async function invitePerson(
  ctx: Context,
  input: InviteInput,
): Promise<{ inviteId: string; token: string; expiresAt: string }> {
  requirePermission(ctx, "people.write");
  const createdBy = requirePerson(ctx);
  const { name, email, role, areas, teamIds } = parseInput(InviteInput, input);
  mayGive(ctx, role === "admin" || areas.length > 0);
  const token = randomToken();
  const inviteId = newId();
  const expiresAt = new Date(ctx.now().getTime() + INVITE_DAYS * DAY);

  await transaction(ctx, async (tx) => {
    if (await emailTaken(tx.db, email)) {
      throw new AppError("conflict", "Somebody here has that e-mail address already.");
    }
    const known = await knownTeams(tx.db, teamIds);
    await revokeInvitesOf(tx.db, email, tx.now());
    await insertInvite(tx.db, {
      id: inviteId,
      tokenHash: sha256(token),
      ...{ name, email, role, areas, expiresAt, createdBy },
      teamIds: known,
      createdAt: tx.now(),
    });
    await recordEvent(tx, "person.invited", { inviteId, role });
  });
  return { inviteId, token, expiresAt: expiresAt.toISOString() };
}

/** Ends an invitation before it is used. Safe to repeat. */
export async function revokeInvite(ctx: Context, input: InviteRef): Promise<void> {
  requirePermission(ctx, "people.write");
  const { inviteId } = parseInput(InviteRef, input);
  await transaction(ctx, async (tx) => {
    if (await revokeOpenInvite(tx.db, inviteId, tx.now())) {
      await recordEvent(tx, "invite.revoked", { inviteId });
    }
  });
}

/** Whoever may invite, but is no admin, makes nobody more than an agent or reviewer. */
export function mayGive(ctx: Context, more: boolean): void {
  if (more) requirePermission(ctx, "settings.write");
}

import { recordEvent } from "../event";
import type { EventPayload } from "../event/model";
import { allowed, type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { mayGive } from "./invite";
import { knownTeams, revokeInvitesBy, setTeams } from "./invite-store";
import { PersonChange, PersonRef } from "./model";
import { endSessionsOf, lockPerson, otherAdmin, teamsOf, updatePerson } from "./people-store";
import type { Person } from "./store";

type Change = EventPayload<"person.changed">;

/**
 * Changes role, areas, teams or capacity of somebody. It counts from their next click on.
 *
 * @throws `conflict` when the desk would be left without an admin
 */
export async function changePerson(ctx: Context, input: PersonChange): Promise<void> {
  requirePermission(ctx, "people.write");
  const { personId, role, areas, teamIds, capacity } = parseInput(PersonChange, input);

  await transaction(ctx, async (tx) => {
    const person = await lockPerson(tx.db, personId);
    const tell = (change: Change["change"], before: unknown, after: unknown) =>
      recordEvent(tx, "person.changed", { personId, change, before, after });
    if (role !== undefined && role !== person.role) {
      // To make an admin, and to unmake one, takes an admin.
      mayGive(tx, role === "admin" || person.role === "admin");
      if (person.role === "admin") await keepAnAdmin(tx, person);
      await updatePerson(tx.db, personId, { role });
      await tell("role", person.role, role);
    }
    if (areas !== undefined && !same(areas, person.areas)) {
      mayGive(tx, true);
      await updatePerson(tx.db, personId, { areas });
      await tell("areas", person.areas, areas);
    }
    await endInvites(tx, { ...person, role: role ?? person.role, areas: areas ?? person.areas });
    if (capacity !== undefined && capacity !== person.capacity) {
      await updatePerson(tx.db, personId, { capacity });
      await tell("capacity", person.capacity, capacity);
    }
    if (teamIds !== undefined) {
      const before = await teamsOf(tx.db, personId);
      const after = (await knownTeams(tx.db, teamIds)).sort();
      if (!same(after, before)) {
        await setTeams(tx.db, personId, after);
        await tell("teams", before, after);
      }
    }
  });
}

/**
 * Lets somebody work here no more: signed out at once, given nothing by rules. What they did stays.
 *
 * @throws `conflict` for the last admin, and for oneself
 */
export async function disablePerson(ctx: Context, input: PersonRef): Promise<void> {
  requirePermission(ctx, "people.write");
  const { personId } = parseInput(PersonRef, input);
  if (ctx.actor.type === "person" && ctx.actor.personId === personId) {
    throw new AppError("conflict", "You can't shut yourself out. Ask another admin.");
  }
  await transaction(ctx, async (tx) => {
    const person = await lockPerson(tx.db, personId);
    if (person.disabledAt) return;
    mayGive(tx, person.role === "admin");
    await keepAnAdmin(tx, person);
    await updatePerson(tx.db, personId, { disabledAt: tx.now() });
    await endSessionsOf(tx.db, personId);
    await endInvites(tx, { ...person, role: "agent", areas: [] });
    await recordEvent(tx, "person.changed", { personId, change: "disabled" });
  });
}

/** Lets somebody work here again, with the password they had. */
export async function enablePerson(ctx: Context, input: PersonRef): Promise<void> {
  requirePermission(ctx, "people.write");
  const { personId } = parseInput(PersonRef, input);
  await transaction(ctx, async (tx) => {
    const person = await lockPerson(tx.db, personId);
    if (!person.disabledAt) return;
    mayGive(tx, person.role === "admin" || person.areas.length > 0);
    await updatePerson(tx.db, personId, { disabledAt: null });
    await recordEvent(tx, "person.changed", { personId, change: "enabled" });
  });
}

/** Whoever may invite nobody any more has no invitations open: one of them could be for themselves. */
async function endInvites(
  ctx: Context,
  { id, role, areas }: Pick<Person, "id" | "role" | "areas">,
) {
  if (allowed({ type: "person", personId: id, role, areas, sessionId: "" }, "people.write")) return;
  for (const inviteId of await revokeInvitesBy(ctx.db, id, ctx.now())) {
    await recordEvent(ctx, "invite.revoked", { inviteId });
  }
}

async function keepAnAdmin(ctx: Context, { id, role }: Person): Promise<void> {
  if (role === "admin" && !(await otherAdmin(ctx.db, id))) {
    throw new AppError("conflict", "The desk needs an admin. Make somebody else one first.");
  }
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());

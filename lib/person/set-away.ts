import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { parseInput } from "../platform/parse";
import { AwayInput } from "./model";
import { lockPerson, updatePerson } from "./people-store";
import { isHere } from "./roster-store";

/**
 * Somebody is away until a time, or back. Meanwhile rules give them nothing, and what they have goes
 * to the cover, or back to the team, as a job that follows.
 *
 * People set it for themselves; for others it takes the permission.
 */
export async function setAway(ctx: Context, input: AwayInput): Promise<void> {
  requirePermission(ctx, "ticket.read");
  const { personId, until, coverId } = parseInput(AwayInput, input);
  const own = ctx.actor.type === "person" && ctx.actor.personId === personId;
  if (!own) requirePermission(ctx, "people.write");
  const awayUntil = until === null ? null : new Date(until);
  if (awayUntil && awayUntil <= ctx.now()) {
    throw invalid("until", "That time has passed.", "must lie ahead");
  }

  await transaction(ctx, async (tx) => {
    const before = await lockPerson(tx.db, personId);
    if (coverId && !(await isHere(tx.db, coverId))) {
      throw invalid("coverId", "That person has left the desk.", "has left the desk");
    }
    if (!awayUntil && !before.awayUntil) return;
    const awayFrom = awayUntil && tx.now();
    await updatePerson(tx.db, personId, { awayFrom, awayUntil, coverId: awayUntil && coverId });
    await recordEvent(tx, "person.changed", {
      personId,
      change: awayUntil ? "away" : "back",
      ...(awayUntil && { after: { until, coverId } }),
    });
  });
}

const invalid = (field: string, message: string, complaint: string) =>
  new AppError("invalid", message, { fields: { [field]: [complaint] } });

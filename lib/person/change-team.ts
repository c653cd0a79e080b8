import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { TeamInput, TeamRef } from "./model";
import {
  deleteTeam,
  insertTeam,
  lockTeams,
  makeFallback,
  renameTeam,
  teamNamed,
} from "./team-store";

/**
 * Makes a team, or gives one another name. Rules that name it follow, as a job.
 *
 * @throws `conflict` when another team has that name
 */
export async function saveTeam(ctx: Context, input: TeamInput): Promise<{ teamId: string }> {
  requirePermission(ctx, "people.write");
  const { teamId, name } = parseInput(TeamInput, input);
  return transaction(ctx, async (tx) => {
    const teams = await lockTeams(tx.db);
    const namesake = teamNamed(teams, name);
    if (namesake && namesake.id !== teamId) {
      const fields = { name: ["is the name of another team"] };
      throw new AppError("conflict", "There is a team of that name.", { fields });
    }
    if (teamId === undefined) {
      const id = newId();
      await insertTeam(tx.db, { id, name, fallback: teams.length === 0, createdAt: tx.now() });
      await recordEvent(tx, "team.changed", { teamId: id, change: "created", after: name });
      return { teamId: id };
    }
    const before = teams.find(({ id }) => id === teamId);
    if (!before) throw new AppError("not_found", "There is no such team.");
    if (before.name !== name) {
      await renameTeam(tx.db, teamId, name);
      const names = { before: before.name, after: name };
      await recordEvent(tx, "team.changed", { teamId, change: "renamed", ...names });
    }
    return { teamId };
  });
}

/**
 * Takes a team away. Its tickets go to nobody's team; rules that name it give to the fallback team.
 *
 * @throws `conflict` for the fallback team
 */
export async function removeTeam(ctx: Context, input: TeamRef): Promise<void> {
  requirePermission(ctx, "people.write");
  const { teamId } = parseInput(TeamRef, input);
  await transaction(ctx, async (tx) => {
    const team = (await lockTeams(tx.db)).find(({ id }) => id === teamId);
    if (!team) throw new AppError("not_found", "There is no such team.");
    if (team.fallback) {
      throw new AppError("conflict", "Tickets fall back to this team. Choose another one first.");
    }
    await deleteTeam(tx.db, teamId);
    await recordEvent(tx, "team.changed", { teamId, change: "removed", before: team.name });
  });
}

/** Tickets whose rule names a team that is gone go to this one. */
export async function setFallbackTeam(ctx: Context, input: TeamRef): Promise<void> {
  requirePermission(ctx, "people.write");
  const { teamId } = parseInput(TeamRef, input);
  await transaction(ctx, async (tx) => {
    const team = (await lockTeams(tx.db)).find(({ id }) => id === teamId);
    if (!team) throw new AppError("not_found", "There is no such team.");
    if (team.fallback) return;
    await makeFallback(tx.db, teamId);
    await recordEvent(tx, "team.changed", { teamId, change: "fallback", after: team.name });
  });
}

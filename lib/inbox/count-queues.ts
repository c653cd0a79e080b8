import { type Context, requirePermission, requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { startOfDay } from "./day";
import { type QueueCounts, TEAM_PREFIX } from "./model";
import { allTeams, openByTeam, reviewCounts, sentCount, snoozedCount } from "./queue-store";

/** How many tickets each queue holds, for the navigation. */
export async function countQueues(ctx: Context): Promise<QueueCounts> {
  requirePermission(ctx, "ticket.read");
  const now = ctx.now();
  const [byTeam, snoozed, reviews, sent, teams] = await Promise.all([
    openByTeam(ctx.db, requirePerson(ctx), now),
    snoozedCount(ctx.db, now),
    reviewCounts(ctx.db, now),
    sentCount(ctx.db, startOfDay(now)),
    allTeams(ctx.db),
  ]);
  const sum = (of: "open" | "mine" | "unassigned") =>
    byTeam.reduce((total, row) => total + row[of], 0);
  const reviewed = (state: "flagged" | "held") =>
    reviews.find((row) => row.state === state)?.count ?? 0;
  const openOf = new Map(byTeam.map((row) => [row.teamId, row.open]));
  return {
    mine: sum("mine"),
    unassigned: sum("unassigned"),
    open: sum("open"),
    snoozed,
    review: reviewed("flagged"),
    held: reviewed("held"),
    sent,
    teams: teams.map(({ id, name }) => ({
      id: toPublicId(TEAM_PREFIX, id),
      name,
      open: openOf.get(id) ?? 0,
    })),
  };
}

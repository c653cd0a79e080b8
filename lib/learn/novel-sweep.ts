import { z } from "zod";
import { touchedSince, usualTexts } from "../insights";
import { deleteEmptyGroups, groupsToDescribe, lockGroups } from "../knowledge";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { describe } from "./novel-group";
import { settleGroup, settleTicket } from "./novel-settle";

/** Signals of the last minutes, with room for a pass that came late. */
const RECENT_MS = 3 * 60_000;
/** Signals looked at, and groups named anew, in one round; the next minute has its own. */
const ROUND = 200;

/**
 * Once a minute: groups whose kind was answered, or no longer is; groups of which nothing is left
 * after an erasure go, and no erased words stay as an example. Safe to repeat: it reads how things
 * stand, and writes only what differs.
 */
export const sweepQuestions = defineJob({
  name: "learn.sweep-questions",
  payload: z.object({}),
  async run(ctx) {
    const renamed = await transaction(ctx, (tx) => tidy(tx));
    const since = new Date(ctx.now().getTime() - RECENT_MS);
    const { tickets, groups } = await touchedSince(ctx.db, since, ROUND);
    for (const ticketId of tickets) await settleTicket(ctx, ticketId);
    for (const groupId of groups) await settleGroup(ctx, groupId);
    return `${tickets.length + groups.length} looked at, ${renamed} named anew`;
  },
});

async function tidy(ctx: Context): Promise<number> {
  await lockGroups(ctx.db);
  await deleteEmptyGroups(ctx.db);
  const stale = await groupsToDescribe(ctx.db, ROUND);
  const usual = stale.length > 0 ? await usualTexts(ctx.db) : [];
  for (const groupId of stale) await describe(ctx, groupId, usual);
  return stale.length;
}

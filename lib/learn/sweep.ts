import { z } from "zod";
import { ratingOf } from "../csat";
import { attemptOfReply } from "../insights";
import { deleteOrphans, silentUses } from "../knowledge";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { SILENCE_WEIGHT } from "../predictor/model";
import { publicTurns } from "../ticket";
import { DAY_MS, REOPEN_DAYS } from "./customer-wrote";
import { judgeUse } from "./judge-use";
import type { Use } from "./path";

/** Uses judged in one round; the next minute has its own. */
const ROUND = 50;
/** Whoever rates a reply so has not been silent about it. */
const BAD_SCORE = 2;

/**
 * Once a minute: replies that nobody has said anything about for a week count as weak evidence, and
 * private answers whose tickets were erased go. Safe to repeat: one signal per use.
 */
export const sweepOutcomes = defineJob({
  name: "learn.sweep",
  payload: z.object({}),
  async run(ctx) {
    const before = new Date(ctx.now().getTime() - REOPEN_DAYS * DAY_MS);
    const quiet = await silentUses(ctx.db, before, ROUND);
    for (const use of quiet) {
      await transaction(ctx, async (tx) => {
        const bad = await isContradicted(tx, use);
        await judgeUse(tx, use, {
          kind: "quiet",
          outcome: "quiet",
          key: `quiet:${use.messageId}`,
          weight: bad ? 0 : SILENCE_WEIGHT,
          helped: bad ? false : null,
        });
      });
    }
    await deleteOrphans(ctx.db);
    return `${quiet.length} quiet`;
  },
});

/** Silence says nothing for a reply that was rated badly, or that a person rejected or followed up. */
async function isContradicted(ctx: Context, use: Use): Promise<boolean> {
  const score = (await ratingOf(ctx.db, use.messageId))?.score;
  if (score !== undefined && score <= BAD_SCORE) return true;
  if (use.byPerson) return false;
  const attempt = await attemptOfReply(ctx.db, use.messageId);
  const takenOver = attempt?.reviewState === "none" && attempt.reviewedBy !== null;
  if (attempt?.reviewState === "rejected" || takenOver) return true;
  const turns = await publicTurns(ctx.db, use.ticketId);
  return turns.some(({ author, createdAt }) => author === "agent" && createdAt > use.sentAt);
}

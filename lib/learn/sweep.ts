import { z } from "zod";
import { deleteOrphans, silentUses } from "../knowledge";
import { transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { judgeUse, REOPEN_DAYS } from "./customer-wrote";

const DAY = 86_400_000; // ms
/** Uses judged in one round; the next minute has its own. */
const ROUND = 50;

/**
 * Once a minute: replies that nobody has said anything about for a week count as weak evidence, and
 * private answers whose tickets were erased go. Safe to repeat: one signal per use.
 */
export const sweepOutcomes = defineJob({
  name: "learn.sweep",
  payload: z.object({}),
  async run(ctx) {
    const before = new Date(ctx.now().getTime() - REOPEN_DAYS * DAY);
    const quiet = await silentUses(ctx.db, before, ROUND);
    for (const use of quiet) {
      await transaction(ctx, (tx) => judgeUse(tx, use, "quiet", `quiet:${use.messageId}`));
    }
    await deleteOrphans(ctx.db);
    return `${quiet.length} quiet`;
  },
});

import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import type { Context } from "../platform/context";
import { AppError, describeFailure } from "../platform/errors";
import { defineJob } from "../platform/jobs";
import { Cancelled, type Progress } from "./evaluator";
import { evaluatorOf } from "./evaluators";
import { type BacktestRow, backtestById, changeRunning, claimBacktest } from "./store";

export const RUN = "backtest.run";

/** How often progress is written, and a cancel is seen. */
const TELL_MS = 500;

/**
 * Tries a change on what was, and keeps what it found in the row of the back-test.
 *
 * Safe to repeat: it reads the past and writes that row alone. After a worker has died it begins
 * anew; one that is done or cancelled is left as it is.
 */
export const runBacktest = defineJob({
  name: RUN,
  payload: z.object({ backtestId: z.uuid() }),
  async run(ctx, { backtestId }) {
    const row = await claimBacktest(ctx.db, backtestId);
    if (!row) return "skipped: it is over";
    try {
      return await evaluate(ctx, row);
    } catch (error) {
      if (error instanceof Cancelled) return "skipped: it was cancelled";
      const { code, message } = describeFailure(error);
      if (code === "unavailable") throw error; // tried again, from the beginning
      const change = { state: "failed", problem: message, finishedAt: ctx.now() } as const;
      await changeRunning(ctx.db, row.id, change);
      if (code === "internal") throw error; // for the log; the next try finds that it is over
      return "failed";
    }
  },
});

async function evaluate(ctx: Context, row: BacktestRow): Promise<string> {
  const { input, run } = evaluatorOf(row.kind);
  const parsed = input.safeParse(row.input);
  if (!parsed.success) {
    throw new AppError(
      "invalid",
      "It was asked for by another version of the desk. Start it again.",
    );
  }
  const result = await run(ctx, parsed.data, progressOf(ctx, row.id));
  const kept = await changeRunning(ctx.db, row.id, {
    state: "done",
    result,
    finishedAt: ctx.now(),
  });
  return kept ? "done" : "skipped: it was cancelled";
}

function progressOf(ctx: Context, id: string): Progress {
  let told = 0;
  const tell = async (change: { done?: number; total?: number }) => {
    told = Date.now();
    if (await changeRunning(ctx.db, id, change)) return;
    const now = await backtestById(ctx.db, id);
    throw new Cancelled(now?.state ?? "gone");
  };
  return {
    begin: (total) => tell({ total }),
    async step(done) {
      await setImmediate(); // requests and other jobs of this process come in between
      if (Date.now() - told >= TELL_MS) await tell({ done });
    },
  };
}

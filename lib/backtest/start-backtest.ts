import { type Context, requirePermission, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { parseInput } from "../platform/parse";
import { evaluatorOf } from "./evaluators";
import type { BacktestKind } from "./model";
import { RUN } from "./run-backtest";
import { deleteOld, insertBacktest } from "./store";

/** How long results are kept, days, and how many. */
const KEEP_DAYS = 30;
const KEEP_MOST = 50;
const DAY = 86_400_000; // ms

/**
 * Queues a back-test. What is tried is stored with it, so that its result never belongs to something
 * else. Old results go with the beginning of a new one.
 */
export async function startBacktest(
  ctx: Context,
  kind: BacktestKind,
  input: unknown,
): Promise<{ id: string }> {
  const { permission, input: schema } = evaluatorOf(kind);
  requirePermission(ctx, permission);
  const parsed = parseInput(schema, input);
  const id = newId();
  const personId = ctx.actor.type === "person" ? ctx.actor.personId : null;
  return transaction(ctx, async (tx) => {
    const now = tx.now();
    await insertBacktest(tx.db, {
      id,
      kind,
      input: { ...(parsed as Record<string, unknown>) }, // every kind's input is an object
      personId,
      createdAt: now,
    });
    await deleteOld(tx.db, new Date(now.getTime() - KEEP_DAYS * DAY), KEEP_MOST);
    await tx.jobs.send(tx.db, RUN, { backtestId: id });
    return { id };
  });
}

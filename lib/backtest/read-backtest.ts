import type { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { evaluatorOf } from "./evaluators";
import type { BacktestRef, BacktestView } from "./model";
import { type BacktestRow, backtestById, cancelUnfinished } from "./store";

type Ref = z.output<typeof BacktestRef>;

/** How far a back-test is, and what it found. @throws `not_found` */
export async function readBacktest(ctx: Context, { id }: Ref): Promise<BacktestView> {
  const row = await allowedRow(ctx, id);
  const { kind, state, done, total, result, problem, createdAt } = row;
  return { id, kind, state, done, total, result, problem, createdAt: createdAt.toISOString() };
}

/** Ends one that waits or runs; one that is over stays as it is. @throws `not_found` */
export async function cancelBacktest(ctx: Context, { id }: Ref): Promise<{ cancelled: boolean }> {
  await allowedRow(ctx, id);
  return { cancelled: await cancelUnfinished(ctx.db, id, ctx.now()) };
}

/** Whoever may make the change may see what it would do. */
async function allowedRow(ctx: Context, id: string): Promise<BacktestRow> {
  requirePermission(ctx, "settings.read");
  const row = await backtestById(ctx.db, id);
  if (!row) throw new AppError("not_found", "This back-test is gone: old ones are taken away.");
  requirePermission(ctx, evaluatorOf(row.kind).permission);
  return row;
}

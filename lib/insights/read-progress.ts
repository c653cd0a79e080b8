import { type Context, requirePermission } from "../platform/context";
import { AUTO_AT } from "../predictor/model";
import { BINS, calibrationOf, curveOf } from "./curve";
import type { CalibrationView, ProgressView } from "./model";
import { binRows, latestRow, sampledEvery, stretchRows } from "./progress-store";

/** Without another word from the customer for so long, a reply has helped. */
const QUIET_DAYS = 7;
const DAY = 86_400_000; // ms
const LATEST = 200;

const quietSince = (ctx: Context) => new Date(ctx.now().getTime() - QUIET_DAYS * DAY);

/** How the desk has improved since its first ticket. */
export async function readProgress(ctx: Context): Promise<ProgressView> {
  requirePermission(ctx, "knowledge.read");
  const every = await sampledEvery(ctx.db);
  const stretches = await stretchRows(ctx.db, quietSince(ctx), every);
  const latest = await latestRow(ctx.db, quietSince(ctx), LATEST);
  return { every, curve: curveOf(stretches, every), latest };
}

/** Whether the confidence that the desk acts on means what it says. */
export async function readCalibration(ctx: Context): Promise<CalibrationView> {
  requirePermission(ctx, "knowledge.read");
  return calibrationOf(await binRows(ctx.db, quietSince(ctx), { bins: BINS, sure: AUTO_AT }));
}

import { type Context, requirePermission } from "../platform/context";
import type { LabelsView, RatingsView } from "./model";
import { labelWeeks, ratingTotal, ratingWeeks } from "./weeks-store";

/** Weeks that are looked back. */
const WEEKS = 12;
const WEEK = 7 * 86_400_000; // ms

/** How often people changed what routing had said. */
export async function readLabels(ctx: Context): Promise<LabelsView> {
  requirePermission(ctx, "knowledge.read");
  const weeks = await labelWeeks(ctx.db, new Date(ctx.now().getTime() - WEEKS * WEEK));
  return { weeks: weeks.map(dated) };
}

/** What customers said of replies. */
export async function readRatings(ctx: Context): Promise<RatingsView> {
  requirePermission(ctx, "knowledge.read");
  const weeks = await ratingWeeks(ctx.db);
  return { ...(await ratingTotal(ctx.db)), weeks: weeks.map(dated) };
}

const dated = <T extends { from: string }>(week: T): T => ({
  ...week,
  from: new Date(week.from).toISOString(),
});

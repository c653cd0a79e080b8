import { type Context, requirePermission, requirePerson } from "../platform/context";
import { agreementSince, figuresByPerson, figuresSince } from "./measures-store";
import type { ReviewMeasures } from "./model";

const MONTH = 30 * 86_400_000; // ms

/** What reviewers have done today, how far they agree, and for admins who did what. */
export async function readReviewMeasures(ctx: Context): Promise<ReviewMeasures> {
  requirePermission(ctx, "draft.settle_held");
  requirePerson(ctx);
  const month = new Date(ctx.now().getTime() - MONTH);
  const midnight = new Date(ctx.now());
  midnight.setHours(0, 0, 0, 0); // of the desk's own time zone
  const admin = ctx.actor.type === "person" && ctx.actor.role === "admin";
  const [today, agreement, people] = await Promise.all([
    figuresSince(ctx.db, midnight),
    agreementSince(ctx.db, month),
    admin ? figuresByPerson(ctx.db, month) : null,
  ]);
  return {
    today,
    agreement,
    people: people?.map(({ id, name, ...figures }) => ({ id, name, figures })) ?? null,
  };
}

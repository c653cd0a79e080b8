import { type Context, requirePermission, requirePerson } from "../platform/context";
import { categoryRows } from "./queue-store";
import { reviewerRows } from "./reviewer-store";

/** Colleagues who may be asked for a second look. */
export async function listReviewers(ctx: Context): Promise<{ id: string; name: string }[]> {
  requirePermission(ctx, "draft.settle_held");
  const me = requirePerson(ctx);
  return (await reviewerRows(ctx.db)).filter(({ id }) => id !== me);
}

/** What drafts can be filtered by. */
export async function listCategories(ctx: Context): Promise<{ slug: string; name: string }[]> {
  requirePermission(ctx, "draft.settle_held");
  return categoryRows(ctx.db);
}

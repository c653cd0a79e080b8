import { allowed, type Context, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { VIEW_PREFIX } from "./model";
import { countViews, lockView, type ViewRow } from "./store";

/**
 * The view behind a public id, locked, if the caller may change it.
 *
 * @throws `not_found` also for views of others: which private ones there are is nobody's business
 */
export async function ownView(ctx: Context, viewId: string): Promise<ViewRow> {
  const id = fromPublicId(VIEW_PREFIX, viewId);
  const by = { personId: requirePerson(ctx), admin: isAdmin(ctx) };
  const view = id ? await lockView(ctx.db, id, by) : null;
  if (!view) throw new AppError("not_found", "There is no such view of yours.");
  return view;
}

/** Views of one person: each is counted whenever the navigation is drawn. */
const MOST = 50;

/** @throws `conflict` when the person has too many views */
export async function refuseMore(ctx: Context, ownerId: string): Promise<void> {
  if ((await countViews(ctx.db, ownerId)) < MOST) return;
  throw new AppError("conflict", `You have ${MOST} views. Delete one that you need no more.`);
}

export const isAdmin = (ctx: Context): boolean => allowed(ctx.actor, "settings.write");

import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import type { RemovedView } from "./inputs";
import { VIEW_PREFIX } from "./model";
import { isAdmin, refuseMore } from "./own-view";
import { insertView } from "./store";

/**
 * Brings a deleted view back under its id, so that addresses that were kept work again.
 *
 * @throws `forbidden` when it was somebody else's; `conflict` when it is there, or they have too many
 */
export async function restoreView(
  ctx: Context,
  { viewId, ...view }: RemovedView,
): Promise<{ viewId: string }> {
  requirePermission(ctx, "ticket.read");
  const mine = view.ownerId === requirePerson(ctx);
  const id = fromPublicId(VIEW_PREFIX, viewId);
  if (!id) throw new AppError("not_found", "There is no such view.");
  // An admin who deleted a shared view gives it back to whose it was.
  if (!mine && !(isAdmin(ctx) && view.shared)) {
    throw new AppError("forbidden", "That view was somebody else’s.");
  }
  return transaction(ctx, async (tx) => {
    await refuseMore(tx, view.ownerId);
    const at = tx.now();
    if (!(await insertView(tx.db, { id, ...view, createdAt: at, updatedAt: at }))) {
      throw new AppError("conflict", "The view is back already.");
    }
    const told = { viewId: id, change: "restored", shared: view.shared } as const;
    await recordEvent(tx, "view.changed", told);
    return { viewId };
  });
}

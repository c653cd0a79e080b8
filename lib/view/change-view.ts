import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import type { ViewChange } from "./inputs";
import { ownView } from "./own-view";
import { updateView } from "./store";

/** Renames a view, shares it or not, or gives it another filter or order. */
export async function changeView(
  ctx: Context,
  { viewId, name, shared, filter, sort }: ViewChange,
): Promise<{ viewId: string }> {
  requirePermission(ctx, "ticket.read");
  return transaction(ctx, async (tx) => {
    const view = await ownView(tx, viewId);
    const after = {
      name: name ?? view.name,
      shared: shared ?? view.shared,
      filter: filter ?? view.filter,
      sort: sort ?? view.sort,
    };
    await updateView(tx.db, view.id, after, tx.now());
    const told = { viewId: view.id, change: "edited", shared: after.shared } as const;
    await recordEvent(tx, "view.changed", told);
    return { viewId };
  });
}

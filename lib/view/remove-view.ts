import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { RemovedView, type ViewRef } from "./inputs";
import { ownView } from "./own-view";
import { deleteView } from "./store";

/** Deletes a view; its tickets stay where they are. @returns what brings it back */
export async function removeView(ctx: Context, { viewId }: ViewRef): Promise<RemovedView> {
  requirePermission(ctx, "ticket.read");
  return transaction(ctx, async (tx) => {
    const view = await ownView(tx, viewId);
    await deleteView(tx.db, view.id);
    const told = { viewId: view.id, change: "removed", shared: view.shared } as const;
    await recordEvent(tx, "view.changed", told);
    return RemovedView.parse({ ...view, viewId });
  });
}

import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
import type { NewViewInput } from "./inputs";
import { VIEW_PREFIX } from "./model";
import { refuseMore } from "./own-view";
import { insertView } from "./store";

/**
 * Keeps a filter and an order under a name.
 *
 * @throws `conflict` when the person has too many views
 */
export async function addView(ctx: Context, input: NewViewInput): Promise<{ viewId: string }> {
  requirePermission(ctx, "ticket.read");
  const ownerId = requirePerson(ctx);
  return transaction(ctx, async (tx) => {
    await refuseMore(tx, ownerId);
    const id = newId();
    const at = tx.now();
    await insertView(tx.db, { id, ...input, ownerId, createdAt: at, updatedAt: at });
    await recordEvent(tx, "view.changed", { viewId: id, change: "created", shared: input.shared });
    return { viewId: toPublicId(VIEW_PREFIX, id) };
  });
}

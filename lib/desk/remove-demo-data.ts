import { deleteDemo } from "@/db/demo/remove";
import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { writeSetting } from "./store";

/**
 * Empties a demo desk: its tickets, customers, accounts, articles and people. What real requests
 * have brought stays, with the customers they belong to, and so does the admin who asks.
 *
 * Safe to repeat: a second time there is nothing left to take.
 */
export async function removeDemoData(ctx: Context): Promise<{ tickets: number }> {
  requirePermission(ctx, "settings.write");
  const keep = ctx.actor.type === "person" ? ctx.actor.personId : null;

  return transaction(ctx, async (tx) => {
    const tickets = await deleteDemo(tx.db, keep);
    await writeSetting(tx.db, "demo.loaded", false, tx.now());
    await recordEvent(tx, "demo.removed", { tickets });
    return { tickets };
  });
}

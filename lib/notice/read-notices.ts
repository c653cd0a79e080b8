import { tellPerson } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import type { ReadNoticesInput } from "./inputs";
import { setNoticesRead } from "./store";

/** Marks one's own notices as read; their other browsers hear of it. @returns how many were not */
export async function readNotices(
  ctx: Context,
  input: ReadNoticesInput,
): Promise<{ read: number }> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  return transaction(ctx, async (tx) => {
    const read = await setNoticesRead(tx.db, personId, input, tx.now());
    if (read > 0) await tellPerson(tx.db, personId);
    return { read };
  });
}

import type { Context } from "../platform/context";
import { deleteSession } from "./store";

/** Signs one browser out, at once. Safe to repeat. */
export async function endSession(ctx: Context, { sessionId }: { sessionId: string }) {
  await deleteSession(ctx.db, sessionId);
}

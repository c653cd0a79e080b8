import type { EventPayload } from "../event/model";
import type { Context } from "../platform/context";
import { derivedId } from "../platform/ids";
import { SEND_REPLY } from "./settle";

/**
 * True while a person may still take the reply back; then the job is queued once more. It came too
 * early, by the database's clock or another's: as much later as it came early makes up for that.
 */
export async function waitsForUndo(
  ctx: Context,
  { undo: _undo, ...reply }: EventPayload<"reply.approved">,
): Promise<boolean> {
  if (!reply.notBefore) return false;
  const now = ctx.now();
  const notBefore = new Date(reply.notBefore);
  if (now >= notBefore) return false;
  await ctx.jobs.send(ctx.db, SEND_REPLY, reply, {
    id: derivedId(reply.messageId, now.toISOString()),
    startAfter: new Date(2 * notBefore.getTime() - now.getTime()),
  });
  return true;
}

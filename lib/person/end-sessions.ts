import { z } from "zod";
import { recordEvent } from "../event";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { parseInput } from "../platform/parse";
import { PersonRef } from "./model";
import { endOneSession, endSessionsOf } from "./people-store";

/** Signs somebody out everywhere. Of one's own sessions the one that asks stays. */
export async function endSessions(ctx: Context, input: PersonRef): Promise<{ sessions: number }> {
  requirePermission(ctx, "ticket.read");
  const { personId } = parseInput(PersonRef, input);
  const own = ctx.actor.type === "person" && ctx.actor.personId === personId;
  if (!own) requirePermission(ctx, "people.write");
  const but = own && ctx.actor.type === "person" ? ctx.actor.sessionId : undefined;
  return transaction(ctx, async (tx) => {
    const count = await endSessionsOf(tx.db, personId, but);
    if (count > 0) await recordEvent(tx, "session.ended", { personId, sessions: count });
    return { sessions: count };
  });
}

export const SessionRef = z.object({ sessionId: z.uuid() });
export type SessionRef = z.infer<typeof SessionRef>;

/** Signs out one of one's own browsers. Safe to repeat. */
export async function endOwnSession(ctx: Context, input: SessionRef): Promise<void> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  const { sessionId } = parseInput(SessionRef, input);
  await transaction(ctx, async (tx) => {
    if (await endOneSession(tx.db, personId, sessionId)) {
      await recordEvent(tx, "session.ended", { personId, sessions: 1 });
    }
  });
}

import { allowed, type Context, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import type { Viewer } from "./model";
import { personRow } from "./queue-store";

/** The signed-in person and what screens may offer. The verbs check again. */
export async function readViewer(ctx: Context): Promise<Viewer> {
  const person = await personRow(ctx.db, requirePerson(ctx));
  if (!person) throw new AppError("unauthenticated", "Please sign in.");
  return {
    ...person,
    may: {
      settleFlagged: allowed(ctx.actor, "draft.settle_flagged"),
      outbox: allowed(ctx.actor, "outbox.write"),
      settings: allowed(ctx.actor, "settings.read"),
    },
  };
}

import { allowed } from "../platform/context";
import { AppError } from "../platform/errors";
import type { SessionContext } from "../platform/session";
import type { Viewer } from "./model";

/** The signed-in person and what screens may offer. The verbs check again. */
export function readViewer(ctx: SessionContext): Viewer {
  if (ctx.actor.type !== "person") throw new AppError("unauthenticated", "Please sign in.");
  return {
    ...ctx.person,
    id: ctx.actor.personId,
    role: ctx.actor.role,
    may: {
      settleFlagged: allowed(ctx.actor, "draft.settle_flagged"),
      outbox: allowed(ctx.actor, "outbox.write"),
      settings: allowed(ctx.actor, "settings.read"),
    },
  };
}

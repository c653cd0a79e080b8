import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { addFollowers, removeFollower } from "./follower-store";
import type { FollowRef } from "./inputs";

/** The person wants to hear of a ticket. Safe to repeat. @throws `not_found` */
export async function followTicket(ctx: Context, { ticketId }: FollowRef): Promise<object> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  await addFollowers(ctx.db, ticketId, [personId], ctx.now()).catch((error: unknown) => {
    throw isMissingReference(error)
      ? new AppError("not_found", "There is no such ticket.", { cause: error })
      : error;
  });
  return {};
}

/** The person has heard enough of a ticket. Safe to repeat. */
export async function unfollowTicket(ctx: Context, { ticketId }: FollowRef): Promise<object> {
  requirePermission(ctx, "ticket.read");
  await removeFollower(ctx.db, { ticketId, personId: requirePerson(ctx) });
  return {};
}

/** Postgres: a foreign key names a row that is not there; the person of the session is. */
function isMissingReference(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some((at) => at instanceof Error && "code" in at && at.code === "23503");
}

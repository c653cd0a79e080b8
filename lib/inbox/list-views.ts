import { allowed, type Context, requirePermission, requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { VIEW_PREFIX, type View, ViewSort } from "../view/model";
import { viewRows } from "./view-store";

/** Saved views that the reader sees, with their filters. */
export async function listViews(ctx: Context): Promise<View[]> {
  requirePermission(ctx, "ticket.read");
  const me = requirePerson(ctx);
  const admin = allowed(ctx.actor, "settings.write");
  return (await viewRows(ctx.db, me)).map(({ id, name, owner, ownerId, shared, filter, sort }) => ({
    id: toPublicId(VIEW_PREFIX, id),
    name,
    owner,
    own: ownerId === me,
    mayChange: ownerId === me || admin,
    shared,
    filter,
    sort: ViewSort.catch("newest").parse(sort),
  }));
}

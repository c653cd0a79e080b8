import {
  type FollowersView,
  NOTICES_SHOWN,
  NoticeSettings,
  type NoticesView,
  wishOf,
} from "../notice/model";
import { type Context, requirePermission, requirePerson } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import type { TicketQuery } from "./model";
import { countUnread, followerRows, noticeRows, noticeWishes } from "./notice-store";

/** What one has been told, newest first. */
export async function readNoticeList(ctx: Context): Promise<NoticesView> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  const [rows, unread, stored] = await Promise.all([
    noticeRows(ctx.db, personId, NOTICES_SHOWN),
    countUnread(ctx.db, personId),
    noticeWishes(ctx.db, personId),
  ]);
  const wishes = NoticeSettings.safeParse(stored).data ?? {};
  return {
    unread,
    notices: rows.map((row) => ({
      ...row,
      ticket: { ...row.ticket, id: toPublicId(TICKET_PREFIX, row.ticket.id) },
      browser: wishOf(wishes, row.kind).browser,
      readAt: row.readAt?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
    })),
  };
}

/** Who wants to hear of a ticket. */
export async function readFollowers(ctx: Context, query: TicketQuery): Promise<FollowersView> {
  requirePermission(ctx, "ticket.read");
  const me = requirePerson(ctx);
  const id = fromPublicId(TICKET_PREFIX, query.id);
  if (!id) throw new AppError("not_found", "There is no such ticket.");
  const people = await followerRows(ctx.db, id);
  return { following: people.some((person) => person.id === me), people };
}

import { type Context, requirePermission, requirePerson } from "../platform/context";
import { NOTICE_KINDS, NoticeSettings, NoticeWishes, wishOf } from "./model";
import { settingsOf, writeSettings } from "./store";

/** What one is told of, kind by kind. */
export async function readNoticeSettings(ctx: Context): Promise<NoticeWishes> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  return wishes((await settingsOf(ctx.db, [personId])).get(personId) ?? {});
}

/** Changes what one is told of; kinds that are left out stay as they are. */
export async function setNoticeSettings(
  ctx: Context,
  change: NoticeSettings,
): Promise<NoticeWishes> {
  requirePermission(ctx, "ticket.read");
  const personId = requirePerson(ctx);
  const before = (await settingsOf(ctx.db, [personId])).get(personId) ?? {};
  const value = NoticeSettings.parse({ ...before, ...change });
  await writeSettings(ctx.db, personId, value, ctx.now());
  return wishes(value);
}

const wishes = (settings: NoticeSettings): NoticeWishes =>
  NoticeWishes.parse(
    Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, wishOf(settings, kind)])),
  );

import { z } from "zod";

/** What people are told of. */
export const NOTICE_KINDS = [
  "mention",
  "assigned",
  "customer_reply",
  "note",
  "follow_up",
  "sla_warning",
  "sla_breach",
  "second_look",
  "delivery_failed",
] as const;
export const NoticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Per kind: whether it is listed, and whether the browser shows it, too. */
export const NoticeSettings = z.partialRecord(
  NoticeKind,
  z.object({ list: z.boolean(), browser: z.boolean() }),
);
export type NoticeSettings = z.infer<typeof NoticeSettings>;

export type Wish = { list: boolean; browser: boolean };

/** What is told to whoever has not chosen. */
const DEFAULTS: Record<NoticeKind, Wish> = {
  mention: { list: true, browser: true },
  assigned: { list: true, browser: true },
  customer_reply: { list: true, browser: true },
  note: { list: true, browser: false },
  follow_up: { list: true, browser: true },
  sla_warning: { list: true, browser: true },
  sla_breach: { list: true, browser: true },
  second_look: { list: true, browser: true },
  delivery_failed: { list: true, browser: true },
};

/** What a person wants of one kind. What is not listed is not shown by the browser, either. */
export function wishOf(settings: NoticeSettings, kind: NoticeKind): Wish {
  const { list, browser } = settings[kind] ?? DEFAULTS[kind];
  return { list, browser: list && browser };
}

/** Every kind, with what the person has chosen or the default. */
export const NoticeWishes = z.record(
  NoticeKind,
  z.object({ list: z.boolean(), browser: z.boolean() }),
);
export type NoticeWishes = z.infer<typeof NoticeWishes>;

export const NoticeView = z.object({
  id: z.string(),
  kind: NoticeKind,
  text: z.string(),
  /** Id as in the address, `t_…`. */
  ticket: z.object({ id: z.string(), number: z.number().int(), subject: z.string() }),
  /** The person wants the browser to show it, too. */
  browser: z.boolean(),
  readAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/** Notices in the list; older ones are past. */
export const NOTICES_SHOWN = 30;

export const NoticesView = z.object({
  unread: z.number().int(),
  /** Newest first. */
  notices: z.array(NoticeView),
});
export type NoticesView = z.infer<typeof NoticesView>;

export const FollowersView = z.object({
  /** The person who asks is one of them. */
  following: z.boolean(),
  people: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type FollowersView = z.infer<typeof FollowersView>;

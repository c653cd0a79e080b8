import { expect, test } from "vitest";
import { followers, notices } from "@/db/schema/notice";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { readFollowers, readNoticeList } from "../inbox";
import { requirePerson } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
import { followTicket, unfollowTicket } from "./follow";
import { readNotices } from "./read-notices";
import { readNoticeSettings, setNoticeSettings } from "./settings";
import { tell } from "./tell";

async function told() {
  const ctx = await makeContext();
  const lee = await as(ctx, {});
  const { ticket } = await makeTicket(ctx);
  const { ticket: other } = await makeTicket(ctx);
  const news = (ticketId: string) => ({
    ...{ ticketId, eventId: newId(), kind: "note" as const, text: "Lee added a note" },
    personIds: [requirePerson(ctx), requirePerson(lee)],
  });
  for (const { id } of [ticket, other]) await tell(ctx, news(id));
  return { ctx, lee, ticket, news };
}

test("a list per person, newest first; each marks only their own as read", async () => {
  const { ctx, lee, ticket } = await told();
  const { unread, notices: list } = await readNoticeList(ctx);
  expect(unread).toBe(2);
  expect(list[1]).toMatchObject({
    ticket: { number: ticket.number },
    browser: false,
    readAt: null,
  });

  expect(await readNotices(lee, { ids: list.map(({ id }) => id) })).toEqual({ read: 0 });
  expect(await readNotices(ctx, { ticketId: ticket.id })).toEqual({ read: 1 });
  expect((await readNoticeList(ctx)).unread).toBe(1);
  expect(await readNotices(ctx, { all: true })).toEqual({ read: 1 });
  expect((await readNoticeList(ctx)).unread).toBe(0);
  expect((await readNoticeList(lee)).unread).toBe(2);
});

test("a person's wishes hold; kinds that they leave alone stay as they are", async () => {
  const { ctx, lee, ticket, news } = await told();
  await setNoticeSettings(ctx, { note: { list: true, browser: true } });
  const wishes = await setNoticeSettings(ctx, { mention: { list: false, browser: true } });
  expect(wishes).toMatchObject({
    note: { list: true, browser: true },
    mention: { list: false, browser: false }, // what is not listed is not shown, either
    assigned: { list: true },
  });
  expect(await readNoticeSettings(ctx)).toEqual(wishes);
  expect((await readNoticeList(ctx)).notices[0]).toMatchObject({ browser: true });
  await setNoticeSettings(ctx, { note: { list: false, browser: false } });
  expect(await tell(ctx, news(ticket.id))).toBe(1);
  expect((await readNoticeList(lee)).unread).toBe(3);
});

test("people follow and unfollow; systems may nothing", async () => {
  const { ctx, lee, ticket } = await told();
  const place = { ticketId: ticket.id };
  const id = toPublicId("t", ticket.id);
  for (const who of [ctx, ctx, lee]) await followTicket(who, place);
  expect(await readFollowers(ctx, { id })).toMatchObject({ following: true });
  await unfollowTicket(ctx, place);
  const rest = await readFollowers(ctx, { id });
  expect(rest).toMatchObject({ following: false, people: [{ id: requirePerson(lee) }] });
  await expect(followTicket(ctx, { ticketId: newId() })).rejects.toMatchObject({
    code: "not_found",
  });

  const system = await as(ctx, { connection: ["tickets.read"] });
  const refused = { code: "forbidden" };
  await expect(followTicket(system, place)).rejects.toMatchObject(refused);
  await expect(unfollowTicket(system, place)).rejects.toMatchObject(refused);
  await expect(readNotices(system, { all: true })).rejects.toMatchObject(refused);
  await expect(setNoticeSettings(system, {})).rejects.toMatchObject(refused);
  await expect(readNoticeList(system)).rejects.toMatchObject(refused);
  expect(await ctx.db.select().from(followers)).toHaveLength(1);
  expect(await ctx.db.select().from(notices)).toHaveLength(4);
});

import { expect, test } from "vitest";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { toPublicId } from "../platform/ids";
import { holdReply, lookAtTicket, markRead } from "../presence";
import { noteWriting } from "../ticket";
import { readPresence } from "./read-presence";
import { readTicket } from "./read-ticket";

test("says where others are, each with the most that they do, for as long as they do", async () => {
  const ctx = await makeContext();
  const [lee, sara] = [await as(ctx, { role: "agent" }), await as(ctx, { role: "reviewer" })];
  const { ticket } = await makeTicket(ctx);
  const { ticket: other } = await makeTicket(ctx);
  const place = { ticketId: ticket.id };
  for (const by of [ctx, lee, sara]) await lookAtTicket(by, place);
  await lookAtTicket(lee, { ticketId: other.id });
  await noteWriting(sara, { ...place, writing: true });
  const { since } = await holdReply(sara, { ...place, takeOver: false });

  const ticketId = toPublicId("t", ticket.id);
  const viewer = { person: { id: requirePerson(lee), name: "Test agent" }, doing: "viewing" };
  expect(await readPresence(ctx)).toEqual([
    { ticketId, ...viewer, since: null },
    { ticketId: toPublicId("t", other.id), ...viewer, since: null },
    {
      ticketId,
      person: { id: requirePerson(sara), name: "Test reviewer" },
      doing: "replying",
      since,
    },
  ]);
  ctx.advance(46_000);
  expect(await readPresence(ctx)).toMatchObject([{ doing: "replying" }]);
  ctx.advance(15_000);
  expect(await readPresence(ctx)).toEqual([]);
  const system = await as(ctx, { connection: ["tickets.read"] });
  await expect(readPresence(system)).rejects.toMatchObject({ code: "forbidden" });
});

test("a ticket says up to when the person has read it", async () => {
  const ctx = await makeContext();
  const lee = await as(ctx, { role: "agent" });
  const { ticket } = await makeTicket(ctx);
  const id = toPublicId("t", ticket.id);
  expect((await readTicket(ctx, { id })).readAt).toBeNull();
  const { readAt } = await markRead(ctx, { ticketId: ticket.id });
  expect((await readTicket(ctx, { id })).readAt).toBe(readAt);
  expect((await readTicket(lee, { id })).readAt).toBeNull();
});

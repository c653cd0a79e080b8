import { describe, expect, test } from "vitest";
import { as, makeContext, onPostgres } from "@/db/testing/context";
import { eventsOf, send, ticketOf } from "@/db/testing/ingest";
import { makeTicket } from "@/db/testing/make";
import { noteWriting } from "./note-writing";
import { setStatus } from "./set-status";
import { snoozeTicket, wakeTicket } from "./snooze";
import { closeSettled, wakeDue } from "./sweep";
import { someoneWrites } from "./writers-store";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

async function setUp() {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const ticketId = ticket.id;
  const inMs = (ms: number) => new Date(ctx.now().getTime() + ms).toISOString();
  return { ctx, ticket, ticketId, inMs };
}

describe("a snooze", () => {
  test("changes neither the status nor the wait, and is over by hand or in time", async () => {
    const { ctx, ticket, ticketId, inMs } = await setUp();
    const until = inMs(HOUR);
    await snoozeTicket(ctx, { ticketId, until });
    const { status, waitingSince } = ticket;
    const snoozedUntil = new Date(until);
    expect(await ticketOf(ctx, ticketId)).toMatchObject({ status, waitingSince, snoozedUntil });
    await wakeTicket(ctx, { ticketId });
    await wakeTicket(ctx, { ticketId });
    await snoozeTicket(ctx, { ticketId, until });
    expect(await wakeDue(ctx)).toBe(0);
    ctx.advance(HOUR + 1);
    expect(await wakeDue(ctx)).toBe(1);
    expect(await wakeDue(ctx)).toBe(0);
    expect(await ticketOf(ctx, ticketId)).toMatchObject({ snoozedUntil: null });
    expect(await eventsOf(ctx, "ticket.woken")).toMatchObject([
      { because: "Woken by hand." },
      { because: "Its time has come." },
    ]);
  });

  test("ends when the customer writes, but not by mere thanks", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    const person = await as(ctx, {});
    const chat = { conversation_id: "chat-1", channel: "chat" };
    const { ticketId } = await send(ctx, chat);
    const until = new Date(ctx.now().getTime() + HOUR).toISOString();
    await snoozeTicket(person, { ticketId, until });
    await send(ctx, { ...chat, body: "thanks" });
    expect((await ticketOf(ctx, ticketId)).snoozedUntil).not.toBeNull();
    await send(ctx, { ...chat, body: "Now the reports fail as well." });
    expect((await ticketOf(ctx, ticketId)).snoozedUntil).toBeNull();
    expect(await eventsOf(ctx, "ticket.woken")).toMatchObject([
      { because: "The customer has written." },
    ]);
  });

  test("refuses the past, more than a year, settled tickets, old versions and machines", async () => {
    const { ctx, ticket, ticketId, inMs } = await setUp();
    for (const until of [inMs(-1), inMs(367 * DAY)]) {
      await expect(snoozeTicket(ctx, { ticketId, until })).rejects.toMatchObject({
        code: "invalid",
        fields: { until: [expect.any(String)] },
      });
    }
    const until = inMs(HOUR);
    await snoozeTicket(ctx, { ticketId, until });
    const old = { ticketId, expectedVersion: ticket.version };
    await expect(wakeTicket(ctx, old)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("it is open now"),
    });
    const machine = await as(ctx, { connection: ["tickets.write"] });
    for (const denied of [
      snoozeTicket(machine, { ticketId, until }),
      wakeTicket(machine, { ticketId }),
      noteWriting(machine, { ticketId, writing: true }),
    ]) {
      await expect(denied).rejects.toMatchObject({ code: "forbidden" });
    }
    await setStatus(ctx, { ticketId, status: "resolved" });
    await expect(snoozeTicket(ctx, { ticketId, until })).rejects.toMatchObject({
      code: "conflict",
      message: "This ticket is resolved; there is nothing to snooze.",
    });
  });
});

describe("the sweep", () => {
  test("closes what was resolved and has been quiet for long enough", async () => {
    const { ctx, ticketId } = await setUp();
    await makeTicket(ctx); // open: stays
    await setStatus(ctx, { ticketId, status: "resolved" });
    ctx.advance(7 * DAY - 1000);
    expect(await closeSettled(ctx, 7)).toBe(0);
    ctx.advance(2000);
    expect(await closeSettled(ctx, 7)).toBe(1);
    expect(await closeSettled(ctx, 7)).toBe(0);
    expect(await ticketOf(ctx, ticketId)).toMatchObject({ status: "closed", movedBy: "system" });
    expect(await eventsOf(ctx, "ticket.status_changed")).toMatchObject([
      { to: "resolved" },
      { from: "resolved", to: "closed", because: "Nothing has happened for 7 days." },
    ]);
  });

  test.skipIf(!onPostgres)("of several at once, each ticket is taken once", async () => {
    const { ctx, inMs } = await setUp();
    const until = inMs(HOUR);
    for (let n = 0; n < 20; n++) {
      const { ticket } = await makeTicket(ctx);
      await snoozeTicket(ctx, { ticketId: ticket.id, until });
      const { ticket: done } = await makeTicket(ctx);
      await setStatus(ctx, { ticketId: done.id, status: "resolved" });
    }
    ctx.advance(8 * DAY);
    const each = [1, 2, 3, 4];
    await Promise.all(each.flatMap(() => [wakeDue(ctx), closeSettled(ctx, 7)]));
    await wakeDue(ctx);
    await closeSettled(ctx, 7);
    expect(await eventsOf(ctx, "ticket.woken")).toHaveLength(20);
    const moves = await eventsOf(ctx, "ticket.status_changed");
    expect(moves.filter(({ to }) => to === "closed")).toHaveLength(20);
  });
});

test("who writes is known for 15 seconds, or until they stop; the ticket's version stays", async () => {
  const { ctx, ticketId, ticket } = await setUp();
  const writes = () => someoneWrites(ctx.db, ticketId, ctx.now());
  await noteWriting(ctx, { ticketId, writing: true });
  expect(await writes()).toBe(true);
  ctx.advance(14_000);
  await noteWriting(ctx, { ticketId, writing: true });
  ctx.advance(14_000);
  expect(await writes()).toBe(true);
  ctx.advance(2000);
  expect(await writes()).toBe(false);
  await noteWriting(ctx, { ticketId, writing: true });
  await noteWriting(ctx, { ticketId, writing: false });
  expect(await writes()).toBe(false);
  expect((await ticketOf(ctx, ticketId)).version).toBe(ticket.version);
});

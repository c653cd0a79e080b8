import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { teams } from "@/db/schema/person";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { addNote } from "./add-note";
import { assignTicket } from "./assign";
import { setPriority } from "./set-priority";
import { setStatus } from "./set-status";

async function setUp() {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const machine = await as(ctx, { connection: ["tickets.write"] });
  const personId = ctx.actor.type === "person" ? ctx.actor.personId : "";
  const told = async () =>
    (await ctx.db.select().from(events).orderBy(events.seq)).map(({ type, payload }) => ({
      type,
      payload,
    }));
  return { ctx, ticket, ticketId: ticket.id, machine, personId, told };
}

test("addNote stays inside, and does not answer the customer", async () => {
  const { ctx, ticket, ticketId, machine, personId, told } = await setUp();
  const { messageId } = await addNote(ctx, { ticketId, text: "Ask Engineering" });
  expect((await ctx.db.select().from(messages)).find(({ id }) => id === messageId)).toMatchObject({
    kind: "note",
    public: false,
    author: "agent",
    personId,
  });
  expect(await ctx.db.select().from(tickets)).toMatchObject([
    { waitingSince: ticket.waitingSince, status: "open" },
  ]);
  expect(await told()).toEqual([{ type: "note.added", payload: { ticketId, messageId } }]);
  await expect(addNote(machine, { ticketId, text: "x" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

describe("setStatus", () => {
  test("moves along the table only", async () => {
    const { ctx, ticketId, machine } = await setUp();
    await setStatus(ctx, { ticketId, status: "resolved" });
    await expect(setStatus(ctx, { ticketId, status: "pending_customer" })).rejects.toMatchObject({
      code: "conflict",
      message: "This ticket is resolved; it can't become pending customer now.",
    });
    await expect(setStatus(machine, { ticketId, status: "open" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await ctx.db.select().from(tickets)).toMatchObject([
      { status: "resolved", waitingSince: null },
    ]);
  });

  test("refuses somebody who looks at an older ticket", async () => {
    const { ctx, ticket, ticketId } = await setUp();
    const input = { ticketId, status: "resolved" as const, expectedVersion: ticket.version };
    await setPriority(ctx, { ticketId, priority: "urgent" });
    await expect(setStatus(ctx, input)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("has changed since you opened it"),
    });
  });
});

test("setPriority says what it was, and nothing when it stays", async () => {
  const { ctx, ticketId, machine, told } = await setUp();
  await setPriority(ctx, { ticketId, priority: "normal" });
  expect(await told()).toEqual([]);
  await setPriority(ctx, { ticketId, priority: "urgent" });
  expect(await told()).toMatchObject([{ payload: { from: "normal", to: "urgent" } }]);
  await expect(setPriority(machine, { ticketId, priority: "low" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("assignTicket gives to a person, a team, and nobody; not to those who are not there", async () => {
  const { ctx, ticketId, machine, personId, told } = await setUp();
  const [team] = await ctx.db.select().from(teams);
  await assignTicket(ctx, { ticketId, personId });
  await assignTicket(ctx, { ticketId, teamId: team?.id });
  await assignTicket(ctx, { ticketId, personId: null });
  expect(await told()).toMatchObject([
    { payload: { personId, teamId: null } },
    { payload: { personId, teamId: team?.id } },
    { payload: { personId: null, teamId: team?.id } },
  ]);
  await expect(assignTicket(ctx, { ticketId, personId: newId() })).rejects.toMatchObject({
    code: "invalid",
  });
  await expect(assignTicket(machine, { ticketId, personId })).rejects.toMatchObject({
    code: "forbidden",
  });
});

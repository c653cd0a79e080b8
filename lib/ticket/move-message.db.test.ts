import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { answer, eventsOf, send, ticketOf } from "@/db/testing/ingest";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { addMessage, type NewMessage } from "./add-message";
import { addNote } from "./add-note";
import { markDuplicate } from "./duplicate";
import { moveMessage, splitMessage } from "./move-message";
import { setStatus } from "./set-status";

async function setUp() {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx);
  const { ticket: source, message: first } = await makeTicket(ctx, { customer });
  const { ticket: target } = await makeTicket(ctx, { customer });
  const say = (author: NewMessage["author"], ticketId = source.id) => {
    ctx.advance(1000);
    const plain = { ticketId, public: true, text: "And my invoice is wrong.\nSee page 2." };
    const who = { author, customerId: author === "customer" ? customer.id : null };
    return addMessage(ctx, { ...plain, ...who, createdAt: ctx.now() });
  };
  const messageOf = async (id: string) =>
    (await ctx.db.select().from(messages).where(eq(messages.id, id)))[0];
  return { ctx, customer, source, first, target, say, messageOf };
}

const conflict = (message: string) => ({
  code: "conflict",
  message: expect.stringContaining(message),
});

describe("moveMessage", () => {
  test("takes the wait along, and opens the ticket that it comes to", async () => {
    const { ctx, source, target, say, messageOf } = await setUp();
    await say("agent");
    const asked = await say("customer");
    await setStatus(ctx, { ticketId: target.id, status: "resolved" });
    await moveMessage(ctx, { messageId: asked.id, toTicketId: target.id });

    expect(await messageOf(asked.id)).toMatchObject({
      ticketId: target.id,
      landedBecause: `Moved here from #${source.number} by a person.`,
    });
    expect((await ticketOf(ctx, source.id)).waitingSince).toBeNull();
    const waitingSince = asked.createdAt;
    expect(await ticketOf(ctx, target.id)).toMatchObject({ status: "open", waitingSince });
    const told = await eventsOf(ctx, "message.moved");
    expect(told.map((event) => event.ticketId)).toEqual([source.id, target.id]);
  });

  test("an answered message starts no wait; a note neither", async () => {
    const { ctx, target, say, first } = await setUp();
    await say("customer");
    await say("agent", target.id);
    const { messageId } = await addNote(ctx, { ticketId: target.id, text: "Look" });
    for (const id of [first.id, messageId]) {
      const to = id === first.id ? target.id : first.ticketId;
      await moveMessage(ctx, { messageId: id, toTicketId: to });
    }
    expect((await ticketOf(ctx, target.id)).waitingSince).toBeNull();
  });

  test("refuses what we have sent, the only message, the demo, and machines", async () => {
    const { ctx, target, first, say } = await setUp();
    const to = { toTicketId: target.id };
    const only = moveMessage(ctx, { messageId: first.id, ...to });
    await expect(only).rejects.toMatchObject(conflict("Merge the tickets instead"));
    const reply = await say("agent");
    const sent = moveMessage(ctx, { messageId: reply.id, ...to });
    await expect(sent).rejects.toMatchObject(conflict("stays where it was sent"));
    const machine = await as(ctx, { connection: ["tickets.write"] });
    const denied = { code: "forbidden" };
    await expect(moveMessage(machine, { messageId: first.id, ...to })).rejects.toMatchObject(
      denied,
    );
    await expect(splitMessage(machine, { messageId: first.id }, [])).rejects.toMatchObject(denied);
    await ctx.db.update(tickets).set({ demo: true }).where(eq(tickets.id, target.id));
    const mixed = moveMessage(ctx, { messageId: first.id, ...to });
    await expect(mixed).rejects.toMatchObject(conflict("demo"));
  });
});

test("splitMessage makes a ticket that knows what the first one is about", async () => {
  const { ctx, customer, source, first, say, messageOf } = await setUp();
  const set = { priority: "high" as const, primaryIntent: "bug_report", tags: ["bug"] };
  await ctx.db.update(tickets).set(set).where(eq(tickets.id, source.id));
  const asked = await say("customer");
  const reply = await say("agent");
  const { ticketId } = await splitMessage(ctx, { messageId: asked.id }, []);

  expect(await ticketOf(ctx, ticketId)).toMatchObject({
    ...set,
    status: "open",
    subject: "And my invoice is wrong. See page 2.",
    customerId: customer.id,
    channel: source.channel,
    linkedTicketId: source.id,
    linkKind: "split",
    waitingSince: asked.createdAt,
  });
  expect(await messageOf(asked.id)).toMatchObject({ ticketId });
  expect((await eventsOf(ctx, "message.moved"))[0]).toMatchObject({ split: true });
  expect(await eventsOf(ctx, "ticket.linked")).toMatchObject([{ kind: "split" }]);
  for (const messageId of [reply.id, (await addNote(ctx, { ticketId, text: "x" })).messageId]) {
    await expect(splitMessage(ctx, { messageId }, [])).rejects.toMatchObject({ code: "conflict" });
  }
  expect(first.ticketId).toBe(source.id);
});

describe("markDuplicate", () => {
  test("closes and links; a new message opens it again", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    const person = await as(ctx, {});
    const original = await send(ctx);
    const chat = { conversation_id: "chat-1", channel: "chat" };
    const copy = await send(ctx, chat);
    const pair = { ticketId: copy.ticketId, duplicateOf: original.ticketId };
    await markDuplicate(person, pair);
    const linked = { linkedTicketId: original.ticketId, linkKind: "duplicate" };
    expect(await ticketOf(ctx, copy.ticketId)).toMatchObject({ status: "closed", ...linked });
    expect(await eventsOf(ctx, "ticket.linked")).toMatchObject([{ kind: "duplicate" }]);
    const back = { ticketId: original.ticketId, duplicateOf: copy.ticketId };
    for (const bad of [back, { ...back, duplicateOf: original.ticketId }]) {
      await expect(markDuplicate(person, bad)).rejects.toMatchObject({ code: "invalid" });
    }
    await expect(markDuplicate(ctx, pair)).rejects.toMatchObject({ code: "forbidden" });
    await send(ctx, { ...chat, body: "No, this is another 403." });
    expect(await ticketOf(ctx, copy.ticketId)).toMatchObject({ status: "open", ...linked });
  });

  test("another system's outcome says what the link means, too", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    await send(ctx, { external_id: "original" });
    const chat = { conversation_id: "chat-1", channel: "chat" };
    const { ticketId } = await send(ctx, chat);
    await answer(ctx, ticketId, "Sign in again", "pending_customer");
    const outcome = { kind: "outcome", body: undefined, resolution_state: "duplicate" };
    await send(ctx, { ...chat, ...outcome, duplicate_of: "original" });
    expect(await ticketOf(ctx, ticketId)).toMatchObject({
      status: "closed",
      linkKind: "duplicate",
    });
  });
});

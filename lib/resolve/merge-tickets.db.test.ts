import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { attempts } from "@/db/schema/resolve";
import { messages, ticketParticipants, tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { send } from "@/db/testing/ingest";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { addMessage, addNote, setStatus } from "../ticket";
import { previewMerge } from "./merge-preview";
import { mergeTickets, unmergeTickets } from "./merge-tickets";

async function pair() {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx, { account: "acme" });
  const colleague = await makeCustomer(ctx, { account: "acme" });
  const source = await makeTicket(ctx, { customer, subject: "403" });
  const target = await makeTicket(ctx, { customer: colleague, subject: "Can't sign in" });
  const ids = { sourceId: source.ticket.id, targetId: target.ticket.id };
  return { ctx, customer, colleague, source, target, ids };
}

const ticketOf = async (ctx: TestContext, id: string) => {
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, id));
  if (!row) throw new Error("no such ticket");
  return row;
};
const threadOf = (ctx: TestContext, id: string) =>
  ctx.db.select().from(messages).where(eq(messages.ticketId, id)).orderBy(messages.id);
const addresses = async (ctx: TestContext, id: string) =>
  (await ctx.db.select().from(ticketParticipants).where(eq(ticketParticipants.ticketId, id)))
    .map(({ email }) => email)
    .sort();
const told = async (ctx: TestContext, id: string) =>
  (await ctx.db.select().from(events).where(eq(events.ticketId, id)).orderBy(events.seq)).map(
    ({ type }) => type,
  );

describe("mergeTickets", () => {
  test("puts all of one ticket into the other, and closes the empty one", async () => {
    const { ctx, ids, source, target, customer, colleague } = await pair();
    await ctx.db.update(tickets).set({ tags: ["billing"] });
    await makeAttempt(ctx, { ticketId: ids.sourceId, answersMessageId: source.message.id });
    await setStatus(ctx, { ticketId: ids.targetId, status: "resolved" });
    const { mergeId } = await mergeTickets(ctx, ids);

    expect(await ticketOf(ctx, ids.sourceId)).toMatchObject({
      status: "closed",
      mergedIntoId: ids.targetId,
      waitingSince: null,
    });
    expect(await ticketOf(ctx, ids.targetId)).toMatchObject({
      status: "open",
      waitingSince: source.ticket.waitingSince,
      tags: ["billing"],
    });
    expect(await threadOf(ctx, ids.sourceId)).toEqual([]);
    expect(await threadOf(ctx, ids.targetId)).toMatchObject([
      { id: source.message.id, landedBecause: `Merged here from #${source.ticket.number}.` },
      { id: target.message.id },
    ]);
    expect(await addresses(ctx, ids.targetId)).toEqual([customer.email, colleague.email].sort());
    expect(await ctx.db.select().from(attempts)).toMatchObject([
      { ticketId: ids.targetId, reviewState: "none", outcome: "superseded" },
    ]);
    expect(await told(ctx, ids.sourceId)).toContain("ticket.merged");
    expect(await told(ctx, ids.targetId)).toContain("ticket.merged");
    expect(mergeId).toBeTruthy();
  });

  test("an emptied ticket takes no more words; undoing says so", async () => {
    const { ctx, ids, target } = await pair();
    await mergeTickets(ctx, ids);
    const gone = {
      code: "conflict",
      message: expect.stringContaining(`merged into #${target.ticket.number}`),
    };
    const note = { ticketId: ids.sourceId, text: "hello" };
    await expect(addNote(ctx, note)).rejects.toMatchObject(gone);
    const open = { ticketId: ids.sourceId, status: "open" } as const;
    await expect(setStatus(ctx, open)).rejects.toMatchObject(gone);
  });

  test("refuses itself, a merged one, the demo with the real, and other accounts unasked", async () => {
    const { ctx, ids, source } = await pair();
    const { ticket: foreign } = await makeTicket(ctx);
    const { ticket: demo } = await makeTicket(ctx, {
      customer: source.customer,
      set: { demo: true },
    });
    const conflict = (message: string) => ({
      code: "conflict",
      message: expect.stringContaining(message),
    });
    const into = (targetId: string) => mergeTickets(ctx, { ...ids, targetId });
    await expect(into(ids.sourceId)).rejects.toMatchObject(conflict("into itself"));
    await expect(into(foreign.id)).rejects.toMatchObject(conflict("different accounts"));
    await expect(into(demo.id)).rejects.toMatchObject(conflict("demo"));
    await mergeTickets(ctx, ids);
    await expect(into(foreign.id)).rejects.toMatchObject(conflict("already"));
    const back = { sourceId: foreign.id, targetId: ids.sourceId, acrossAccounts: true };
    await expect(mergeTickets(ctx, back)).rejects.toMatchObject(conflict("Merge into that one"));
    await mergeTickets(ctx, { sourceId: foreign.id, targetId: ids.targetId, acrossAccounts: true });

    const machine = await as(ctx, { connection: ["tickets.write"] });
    await expect(mergeTickets(machine, ids)).rejects.toMatchObject({ code: "forbidden" });
    await expect(unmergeTickets(machine, { mergeId: ids.sourceId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(previewMerge(machine, ids)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("what is written to the merged conversation lands in the other ticket", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    const chat = { conversation_id: "chat-1", channel: "chat" };
    const source = await send(ctx, chat);
    const target = await send(ctx, { external_id: "second" });
    const person = await as(ctx, {});
    await mergeTickets(person, { sourceId: source.ticketId, targetId: target.ticketId });

    const again = await send(ctx, { ...chat, body: "Still a 403, I have tried twice." });
    expect(again.ticketId).toBe(target.ticketId);
    expect((await threadOf(person, target.ticketId)).at(-1)?.landedBecause).toMatch(
      /conversation of ticket #\d+, which is merged into #\d+\.$/,
    );
    const stranger = await send(ctx, { ...chat, customer_email: "eve@example.com" });
    expect(await ticketOf(person, stranger.ticketId)).toMatchObject({
      linkedTicketId: target.ticketId,
      linkKind: "continues",
    });
  });
});

test("previewMerge tells what would happen, and why it can't", async () => {
  const { ctx, ids, source, target } = await pair();
  expect(await previewMerge(ctx, ids)).toMatchObject({
    source: { number: source.ticket.number, account: "acme", messages: 1, status: "open" },
    moves: 1,
    warnings: [],
    acrossAccounts: false,
    problem: null,
  });
  await setStatus(ctx, { ticketId: ids.targetId, status: "resolved" });
  const { ticket: foreign } = await makeTicket(ctx, { channel: "chat" });
  const across = await previewMerge(ctx, { sourceId: foreign.id, targetId: ids.targetId });
  expect(across.acrossAccounts).toBe(true);
  expect(across.warnings).toEqual([
    expect.stringContaining("people of"),
    expect.stringContaining("Replies will go where"),
    expect.stringContaining(`#${target.ticket.number} is resolved; it opens again`),
  ]);
  await mergeTickets(ctx, ids);
  expect((await previewMerge(ctx, ids)).problem).toContain("already");
});

describe("unmergeTickets", () => {
  test("once, and the newer merge first", async () => {
    const { ctx, ids, source, target } = await pair();
    const { mergeId } = await mergeTickets(ctx, ids);
    const { ticket: last } = await makeTicket(ctx, { customer: source.customer });
    const on = await mergeTickets(ctx, { sourceId: ids.targetId, targetId: last.id });
    await expect(unmergeTickets(ctx, { mergeId })).rejects.toMatchObject({
      code: "conflict",
      message: `#${target.ticket.number} has been merged into #${last.number} since. Undo that merge first.`,
    });
    await unmergeTickets(ctx, on);
    await unmergeTickets(ctx, { mergeId });
    await expect(unmergeTickets(ctx, { mergeId })).rejects.toMatchObject({
      message: "This merge has been undone already.",
    });
    expect(await threadOf(ctx, ids.sourceId)).toMatchObject([{ landedBecause: "" }]);
  });

  test("keeps what has happened since", async () => {
    const { ctx, ids, source, target } = await pair();
    await setStatus(ctx, { ticketId: ids.targetId, status: "resolved" });
    const { mergeId } = await mergeTickets(ctx, ids);
    ctx.advance(1000);
    const later = await addMessage(ctx, {
      ticketId: ids.targetId,
      author: "customer",
      public: true,
      text: "It is back",
      customerId: target.customer.id,
      createdAt: ctx.now(),
    });
    await ctx.db
      .update(tickets)
      .set({ tags: ["by-hand"] })
      .where(eq(tickets.id, ids.targetId));
    await unmergeTickets(ctx, { mergeId });

    expect(await ticketOf(ctx, ids.targetId)).toMatchObject({
      status: "open",
      tags: ["by-hand"],
      waitingSince: target.message.createdAt, // resolved by hand, so nobody had answered it
    });
    expect((await threadOf(ctx, ids.targetId)).map(({ id }) => id)).toEqual([
      target.message.id,
      later.id,
    ]);
    expect(await ticketOf(ctx, ids.sourceId)).toMatchObject({
      status: "open",
      waitingSince: source.ticket.waitingSince,
      mergedIntoId: null,
    });
    expect(await addresses(ctx, ids.targetId)).toEqual([target.customer.email]);
  });
});

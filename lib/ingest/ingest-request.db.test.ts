import { describe, expect, test } from "vitest";
import { accounts, customerEmails } from "@/db/schema/customer";
import { inboundReceipts } from "@/db/schema/ingest";
import { messages, tickets } from "@/db/schema/ticket";
import { makeContext } from "@/db/testing/context";
import { answer, connection, eventsOf, send, threadOf, ticketOf } from "@/db/testing/ingest";
import { addMessage, moveTicket } from "../ticket";

describe("a new request", () => {
  test("becomes a ticket with its message, customer, receipt and event", async () => {
    const ctx = await connection();
    const written = new Date(ctx.now().getTime() - 60_000).toISOString();
    const ingested = await send(ctx, {
      external_id: "email-7Qd1",
      customer_name: "Mina Okafor",
      account: { id: "ACME", name: "Acme Ltd" },
      tags: ["vip", "vip"],
      priority: "Medium",
      category: "billing",
      created_at: written,
      page: "https://app.example.org/settings",
      metadata: { locale: "de" },
      tools_executed: ["lookup_invoice"],
      escalation_reason: "The customer asks for a person.",
      attachments: ["https://files.example.org/a.png"],
    });

    expect(ingested).toMatchObject({ stored: true, status: "open", createdAt: new Date(written) });
    expect(await ticketOf(ctx, ingested.ticketId)).toMatchObject({
      channel: "email",
      source: "bridge",
      tags: ["vip"],
      priority: "normal",
      category: "general",
      toolsUsed: ["lookup_invoice"],
      escalationReason: "The customer asks for a person.",
      waitingSince: new Date(written),
      number: 1001,
    });
    expect(await threadOf(ctx, ingested.ticketId)).toMatchObject([
      {
        author: "customer",
        public: true,
        externalId: "email-7Qd1",
        attachments: [{ url: "https://files.example.org/a.png" }],
        metadata: {
          callerPriority: "normal",
          callerCategory: "billing",
          page: { url: "https://app.example.org/settings" },
          sent: { locale: "de" },
        },
      },
    ]);
    expect(await ctx.db.select().from(accounts)).toMatchObject([{ key: "acme", name: "Acme Ltd" }]);
    expect(await ctx.db.select().from(inboundReceipts)).toMatchObject([
      { externalId: "email-7Qd1", ticketId: ingested.ticketId, outcome: "created" },
    ]);
    expect(await eventsOf(ctx, "message.received")).toMatchObject([
      { ticketId: ingested.ticketId, outcome: "created", because: expect.stringContaining("new") },
    ]);
  });

  test("finds the customer by address, whatever the case, and strangers of one domain apart", async () => {
    const ctx = await connection();
    const first = await send(ctx);
    const again = await send(ctx, { customer_email: "Mina@Example.ORG" });
    await send(ctx, { customer_email: "otto@example.org" });

    expect((await ticketOf(ctx, again.ticketId)).customerId).toBe(
      (await ticketOf(ctx, first.ticketId)).customerId,
    );
    expect(await ctx.db.select().from(customerEmails)).toHaveLength(2);
    expect(await ctx.db.select().from(accounts)).toHaveLength(2);
  });

  test("is refused without the scope, and leaves nothing", async () => {
    const ctx = await makeContext({ connection: ["tickets.read"] });
    await expect(send(ctx)).rejects.toMatchObject({ code: "forbidden" });
    const person = await makeContext({ role: "admin" });
    await expect(send(person)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(tickets)).toEqual([]);
    expect(await ctx.db.select().from(customerEmails)).toEqual([]);
  });
});

describe("the same external id", () => {
  test("a hundred copies at once make one ticket", async () => {
    const ctx = await connection();
    const all = await Promise.all(
      Array.from({ length: 100 }, () => send(ctx, { external_id: "copy" })),
    );

    expect(all.filter((one) => one.stored)).toHaveLength(1);
    expect(new Set(all.map((one) => one.ticketId)).size).toBe(1);
    expect(await ctx.db.select().from(tickets)).toMatchObject([{ number: 1001 }]);
    expect(await ctx.db.select().from(messages)).toHaveLength(1);
    expect(await eventsOf(ctx, "message.received")).toHaveLength(1);
    const next = await send(ctx, { customer_email: "otto@example.org" });
    expect((await ticketOf(ctx, next.ticketId)).number).toBe(1002);
  });

  test("with another body is the same ticket, and is noted", async () => {
    const ctx = await connection();
    const first = await send(ctx, { external_id: "one" });
    const second = await send(ctx, { external_id: "one", body: "Something else" });

    const answer = { ...first, stored: false, outcome: "duplicate", readable: false };
    expect(second).toEqual(answer);
    expect(await threadOf(ctx, first.ticketId)).toHaveLength(1);
    expect(await eventsOf(ctx, "ingest.body_differs")).toMatchObject([{ externalId: "one" }]);
  });

  test("of another connection is another request", async () => {
    const ctx = await connection();
    const other = await connection();
    const first = await send(ctx, { external_id: "one" });
    expect((await send(other, { external_id: "one" })).ticketId).not.toBe(first.ticketId);
  });
});

describe("who may read a conversation", () => {
  const chat = { channel: "chat", conversation_id: "talk" };

  test("its customer, also when the request comes again", async () => {
    const ctx = await connection();
    const fields = { ...chat, external_id: "one" };
    expect(await send(ctx, fields)).toMatchObject({ stored: true, readable: true });
    expect(await send(ctx, fields)).toMatchObject({ stored: false, readable: true });
    expect(await send(ctx, { ...chat, body: "More" })).toMatchObject({ readable: true });
  });

  test("not a stranger who repeats an id, nor a chat that names an e-mail ticket", async () => {
    const ctx = await connection();
    await send(ctx, { ...chat, external_id: "one" });
    const stranger = { ...chat, external_id: "one", customer_email: "eve@example.net" };
    expect(await send(ctx, stranger)).toMatchObject({ stored: false, readable: false });
    await send(ctx, { conversation_id: "mail" });
    const viaChat = { channel: "chat", conversation_id: "mail", body: "More" };
    expect(await send(ctx, viaChat)).toMatchObject({ outcome: "joined", readable: false });
  });

  test("not another connection, which can't write into it either", async () => {
    const ctx = await connection();
    const first = await send(ctx, chat);
    const other = await send(await connection(), chat);
    expect(other.ticketId).not.toBe(first.ticketId);
    expect(await threadOf(ctx, first.ticketId)).toHaveLength(1);
  });
});

describe("a conversation", () => {
  test("two first messages at once make one ticket", async () => {
    const ctx = await connection();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, turn) =>
        send(ctx, { conversation_id: "chat-1", channel: "chat", body: `turn ${turn}` }),
      ),
    );
    expect(new Set(all.map((one) => one.ticketId)).size).toBe(1);
    expect(all.every((one) => one.stored)).toBe(true);
    expect(await ctx.db.select().from(messages)).toHaveLength(20);
    expect(await ctx.db.select().from(tickets)).toHaveLength(1);
  });

  test("takes in who belongs to it, and re-opens", async () => {
    const ctx = await connection();
    const first = await send(ctx, { conversation_id: "chat-1" });
    for (const status of ["resolved", "pending_customer"] as const) {
      await answer(ctx, first.ticketId, "Please sign in again.", status);
      const next = await send(ctx, { conversation_id: "chat-1", body: "It still fails." });
      expect(next).toMatchObject({ ticketId: first.ticketId, status: "open", stored: true });
    }
    const ticket = await ticketOf(ctx, first.ticketId);
    expect(ticket.waitingSince).not.toBeNull();
    expect((await eventsOf(ctx, "ticket.status_changed")).at(-1)).toMatchObject({
      from: "pending_customer",
      to: "open",
      because: expect.stringContaining("has written again"),
    });
    expect(await eventsOf(ctx, "message.received")).toHaveLength(3);
  });

  test("keeps strangers out: a ticket of their own, linked", async () => {
    const ctx = await connection();
    const first = await send(ctx, { conversation_id: "chat-1" });
    const fields = { conversation_id: "chat-1", customer_email: "eve@example.org" };
    const stranger = await send(ctx, fields);

    expect(stranger.ticketId).not.toBe(first.ticketId);
    expect(await ticketOf(ctx, stranger.ticketId)).toMatchObject({
      linkedTicketId: first.ticketId,
      conversationId: null,
    });
    expect(await threadOf(ctx, first.ticketId)).toHaveLength(1);
    expect(await eventsOf(ctx, "ticket.linked")).toMatchObject([
      { ticketId: stranger.ticketId, linkedTicketId: first.ticketId },
    ]);
  });
});

describe("in_reply_to", () => {
  test("joins by the caller's id and by our Message-ID, with or without brackets", async () => {
    const ctx = await connection();
    const first = await send(ctx, { external_id: "mail-1" });
    await addMessage(ctx, {
      ticketId: first.ticketId,
      author: "agent",
      public: true,
      text: "Please sign in again.",
      externalId: "<reply.1@desk.test>",
      createdAt: ctx.now(),
    });
    for (const reference of ["mail-1", "<reply.1@desk.test>", "reply.1@desk.test"]) {
      expect(await send(ctx, { in_reply_to: reference })).toMatchObject({
        ticketId: first.ticketId,
      });
    }
  });

  test("by a stranger, or with another connection's id, is a new ticket", async () => {
    const ctx = await connection();
    const first = await send(ctx, { external_id: "mail-1" });
    const eve = await send(ctx, { in_reply_to: "mail-1", customer_email: "eve@example.org" });
    expect((await ticketOf(ctx, eve.ticketId)).linkedTicketId).toBe(first.ticketId);

    const other = await connection();
    const elsewhere = await send(other, { in_reply_to: "mail-1" });
    expect(elsewhere.ticketId).not.toBe(first.ticketId);
    expect((await ticketOf(ctx, elsewhere.ticketId)).linkedTicketId).toBeNull();
  });
});

describe("thanks", () => {
  test("are kept, and re-open nothing", async () => {
    const ctx = await connection();
    const first = await send(ctx, { conversation_id: "chat-1" });
    await answer(ctx, first.ticketId, "Please sign in again.", "resolved");
    const thanks = await send(ctx, { conversation_id: "chat-1", body: "Thanks, that worked!" });

    expect(thanks).toMatchObject({ ticketId: first.ticketId, status: "resolved", stored: true });
    expect(await ticketOf(ctx, first.ticketId)).toMatchObject({ waitingSince: null });
    expect(await threadOf(ctx, first.ticketId)).toHaveLength(3);
    expect(await eventsOf(ctx, "message.confirmed")).toHaveLength(1);
    expect(await eventsOf(ctx, "message.received")).toHaveLength(1);
  });

  test("resolve what waits for them alone: for an answer of the AI, or when it works", async () => {
    const ctx = await connection();
    const first = await send(ctx, { conversation_id: "chat-1" });
    const { ticketId } = first;
    const thanks = (body: string) => send(ctx, { conversation_id: "chat-1", body });
    // Held: nobody has answered yet.
    await moveTicket(ctx, { ticketId, to: "in_progress", mover: "ai", because: "test" });
    await moveTicket(ctx, { ticketId, to: "pending_customer", mover: "ai", because: "test" });
    expect(await thanks("Thank you!")).toMatchObject({ status: "pending_customer" });

    await answer(ctx, ticketId, "Which browser is it?", "pending_customer");
    expect(await thanks("Thanks!")).toMatchObject({ status: "pending_customer" });
    await answer(ctx, ticketId, "Please sign in again.", "pending_customer");
    expect(await thanks("Thanks, that worked!")).toMatchObject({ status: "resolved" });
    expect((await eventsOf(ctx, "ticket.status_changed")).at(-1)).toMatchObject({
      from: "pending_customer",
      to: "resolved",
    });
    expect(await ticketOf(ctx, ticketId)).toMatchObject({ movedBy: "customer" });
  });

  test("ok after a question is an answer", async () => {
    const ctx = await connection();
    const first = await send(ctx, { conversation_id: "chat-1" });
    await answer(ctx, first.ticketId, "Shall we close your account?", "pending_customer");
    expect(await send(ctx, { conversation_id: "chat-1", body: "ok" })).toMatchObject({
      status: "open",
    });
  });

  test("that begin a ticket are a request like any other", async () => {
    const ctx = await connection();
    const { ticketId } = await send(ctx, { body: "thanks" });
    expect((await ticketOf(ctx, ticketId)).waitingSince).not.toBeNull();
  });
});

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { approvedReply, messageIds, stateOf, worker } from "@/db/testing/deliveries";
import { type MailServer, mailServer } from "@/db/testing/mail-server";
import { makeTicket } from "@/db/testing/make";
import { addMessage } from "../ticket";
import { MAX_TRIES } from "./backoff";
import { prepare } from "./prepare";
import { settleLost, settleSent } from "./settle";
import { moveDelivery } from "./store";

describe("without a mail server", () => {
  test("the mail is kept as it would leave, and the ticket is resolved", async () => {
    const ctx = await worker();
    const { reply, send } = await approvedReply(ctx, { externalId: "<question@example.org>" });

    expect(await send()).toBe("sent by outbox");

    const { delivery, ticket, message, told } = await stateOf(ctx, reply);
    expect(delivery).toMatchObject({ state: "sent", transport: "outbox", tries: 1 });
    expect(delivery.response).toEqual({ kept: "outbox" });
    expect(delivery.raw).toContain("In-Reply-To: <question@example.org>");
    expect(delivery.raw).toContain("Auto-Submitted: auto-replied");
    expect(message.externalId).toBe(delivery.stableId);
    expect(delivery.stableId).toMatch(/^<m_[0-9a-z]{26}\.[\w-]{22}@desk\.test>$/);
    expect(ticket).toMatchObject({ status: "resolved", resolution: reply.text });
    expect(told).toEqual(["reply.delivered", "ticket.status_changed"]);
  });

  test("a job that runs twice, or twice at once, sends once", async () => {
    const ctx = await worker();
    const { reply, send } = await approvedReply(ctx);
    await Promise.all([send(), send()]);
    expect(await send()).toBe("skipped: already sent");
    const { told } = await stateOf(ctx, reply);
    expect(told.filter((type) => type === "reply.delivered")).toHaveLength(1);
  });

  test("two workers that both come back with a yes tell it once", async () => {
    const ctx = await worker();
    const { reply, payload } = await approvedReply(ctx);
    const outgoing = await prepare(ctx, payload);
    if (!outgoing) throw new Error("nothing to send");
    await Promise.all([settleSent(ctx, outgoing, {}), settleSent(ctx, outgoing, {})]);
    await settleLost(ctx, outgoing, "failed", "too late");
    const { delivery, told } = await stateOf(ctx, reply);
    expect(delivery.state).toBe("sent");
    expect(told).toEqual(["reply.delivered", "ticket.status_changed"]);
  });

  test("a customer who has written meanwhile keeps the ticket open", async () => {
    const ctx = await worker();
    const { reply, ticket, customer, send } = await approvedReply(ctx, { author: "agent" });
    ctx.advance(1000);
    await addMessage(ctx, {
      ticketId: ticket.id,
      author: "customer",
      public: true,
      text: "Still broken",
      customerId: customer.id,
      createdAt: ctx.now(),
    });
    await send();
    const now = await stateOf(ctx, reply);
    expect(now.delivery.state).toBe("sent");
    expect(now.ticket).toMatchObject({ status: "in_progress", resolution: null });
    expect(now.ticket.waitingSince).not.toBeNull();
  });

  test("an automatic reply that has become stale is not sent", async () => {
    const ctx = await worker();
    const { reply, ticket, send } = await approvedReply(ctx);
    ctx.advance(1000);
    await addMessage(ctx, {
      ticketId: ticket.id,
      author: "customer",
      public: true,
      text: "Never mind, another question",
      createdAt: ctx.now(),
    });
    expect(await send()).toBe("cancelled: the customer has written again");
    expect((await stateOf(ctx, reply)).delivery).toMatchObject({
      state: "cancelled",
      sentAt: null,
    });
  });

  test("replies that are fetched are there at once", async () => {
    const ctx = await worker();
    const { reply, send } = await approvedReply(ctx, { channel: "chat" });
    expect(await send()).toBe("sent by pull");
    const { delivery, message } = await stateOf(ctx, reply);
    expect(delivery).toMatchObject({ state: "sent", destination: "" });
    expect(message.externalId).toBe(delivery.stableId);
  });

  test("a destination that was lost after the approval fails visibly", async () => {
    const ctx = await worker();
    const { reply, send } = await approvedReply(ctx, { channel: "webhook" });
    await send();
    const { delivery, ticket } = await stateOf(ctx, reply);
    expect(delivery).toMatchObject({
      state: "failed",
      lastError: "This connection has no reply URL.",
    });
    expect(ticket.status).toBe("open");
  });
});

describe("with a mail server", () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await mailServer();
  });
  afterEach(() => server.close());
  const mailing = () => worker({ SMTP_URL: server.url });

  test("the stored bytes leave once, to the participant, also from two workers at once", async () => {
    const ctx = await mailing();
    const { reply, customer, send } = await approvedReply(ctx);
    await Promise.all([send(), send(), send()]);
    const { delivery } = await stateOf(ctx, reply);
    expect(delivery.state).toBe("sent");
    expect(server.accepted).toEqual([delivery.raw]);
    expect(new Set(server.recipients)).toEqual(new Set([customer.email]));
  });

  test("a greylisted mail is tried later, as the same mail", async () => {
    const ctx = await mailing();
    const { reply, send } = await approvedReply(ctx);
    server.answer({ data: 451 });
    expect(await send()).toMatch(/^later: /);
    const waiting = await stateOf(ctx, reply);
    expect(waiting.delivery).toMatchObject({ state: "queued", tries: 1 });
    expect(waiting.delivery.lastError).toContain("Greylisted");
    expect(waiting.ticket.status).toBe("in_progress");
    expect(ctx.queued).toMatchObject([{ payload: { messageId: reply.id } }]);
    expect(ctx.queued[0]?.options?.startAfter?.getTime()).toBeGreaterThan(ctx.now().getTime());

    server.answer({});
    expect(await send()).toBe("sent by smtp");
    expect(await stateOf(ctx, reply)).toMatchObject({
      delivery: { state: "sent", tries: 2, lastError: null },
    });
    expect(server.read).toHaveLength(2);
    expect(server.read[0]).toBe(server.read[1]);
  });

  test("a mail that nobody takes fails in the end, and the customer waits for a person", async () => {
    const ctx = await mailing();
    const { reply, message, send } = await approvedReply(ctx);
    server.answer({ rcpt: 450 });
    for (let turn = 1; turn < MAX_TRIES; turn++) expect(await send()).toMatch(/^later/);
    expect(await send()).toMatch(/^failed/);
    const { delivery, ticket, events } = await stateOf(ctx, reply);
    expect(delivery).toMatchObject({ state: "failed", tries: MAX_TRIES });
    expect(ticket).toMatchObject({ status: "open", waitingSince: message.createdAt });
    expect(events.filter((event) => event.payload.final === true)).toHaveLength(1);
  });

  test("a refused address fails at once", async () => {
    const ctx = await mailing();
    const { reply, send } = await approvedReply(ctx);
    server.answer({ rcpt: 550 });
    expect(await send()).toMatch(/^failed: .*No such user/);
    expect(await stateOf(ctx, reply)).toMatchObject({
      delivery: { state: "failed" },
      ticket: { status: "open" },
      told: ["reply.failed", "ticket.status_changed"],
    });
  });

  test("a connection that breaks after the message leaves the outcome unknown", async () => {
    const ctx = await mailing();
    const { reply, send } = await approvedReply(ctx);
    server.answer({ drop: "data" });
    expect(await send()).toMatch(/^unknown/);
    server.answer({});
    expect(await send()).toBe("skipped: already unknown");
    expect(messageIds(server.read)).toEqual([(await stateOf(ctx, reply)).delivery.stableId]);
    expect(await stateOf(ctx, reply)).toMatchObject({
      delivery: { state: "unknown" },
      ticket: { status: "open" },
    });
  });

  test("a worker that died while it handed over leaves the outcome unknown, after its lease", async () => {
    const ctx = await mailing();
    const { reply, send } = await approvedReply(ctx);
    server.answer({ rcpt: 450 });
    await send();
    server.answer({});
    const { delivery } = await stateOf(ctx, reply);
    await moveDelivery(ctx.db, delivery.id, ["queued"], "sending", ctx.now());
    expect(await send()).toBe("waits: another worker is sending");
    ctx.advance(151_000);
    expect(await send()).toMatch(/^unknown/);
    expect(server.read).toEqual([]);
    expect((await stateOf(ctx, reply)).delivery.state).toBe("unknown");
  });

  test("demo tickets never leave", async () => {
    const ctx = await mailing();
    const { reply, send } = await approvedReply(ctx, { set: { demo: true } });
    expect(await send()).toBe("sent by outbox");
    expect((await stateOf(ctx, reply)).delivery.transport).toBe("outbox");
    expect(server.recipients).toEqual([]);
  });

  test("subjects and names with line breaks add no header and no recipient", async () => {
    const ctx = await mailing();
    const { customer } = await makeTicket(ctx);
    const { send } = await approvedReply(ctx, {
      customer,
      subject: "403\r\nBcc: evil@example.net",
    });
    await send();
    expect(server.recipients).toEqual([customer.email]);
    expect(server.accepted[0]).not.toMatch(/^Bcc:/im);
  });
});

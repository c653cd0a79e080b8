import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { as, CONNECTION_SECRET, type TestContext } from "@/db/testing/context";
import { replyByCall, stateOf, worker } from "@/db/testing/deliveries";
import { type HookServer, hookServer } from "@/db/testing/hook-server";
import { rotateSecret } from "../channel";
import { toPublicId } from "../platform/ids";
import { addMessage } from "../ticket";
import { moveDelivery } from "./store";

let server: HookServer;
beforeEach(async () => {
  server = await hookServer();
});
afterEach(() => server.close());

const calling = () => worker({ WEBHOOK_ALLOW_PRIVATE: ["127.0.0.1"] });

const replyTo = (ctx: TestContext, replyUrl: string, more = {}) =>
  replyByCall(ctx, replyUrl, { externalId: "their-1", ...more });

describe("a reply by webhook", () => {
  test("is one signed call that says which message it answers", async () => {
    const ctx = await calling();
    const { reply, ticket, send } = await replyTo(ctx, server.url);

    expect(await send()).toBe("sent by webhook");

    const [call] = server.calls;
    if (!call) throw new Error("no call");
    const { delivery, message } = await stateOf(ctx, reply);
    expect(new Webhook(CONNECTION_SECRET).verify(call.body, call.headers)).toEqual({
      type: "reply.created",
      timestamp: expect.any(String),
      data: {
        ticket_id: toPublicId("t", ticket.id),
        conversation_id: ticket.conversationId,
        external_id: "their-1",
        message_id: delivery.stableId,
        text: reply.text,
        created_at: reply.createdAt.toISOString(),
      },
    });
    expect(call.headers["webhook-id"]).toBe(delivery.stableId);
    expect(message.externalId).toBe(delivery.stableId);
    expect(delivery).toMatchObject({ state: "sent", raw: call.body, response: { status: 204 } });
    expect((await stateOf(ctx, reply)).ticket.status).toBe("resolved");
  });

  test("is signed with both secrets while one takes the place of the other", async () => {
    const ctx = await calling();
    const { ticket, send } = await replyTo(ctx, server.url);
    const connectionId = ticket.connectionId ?? "";
    const { secret } = await rotateSecret(await as(ctx, { role: "admin" }), { connectionId });
    await send();
    const [call] = server.calls;
    if (!call) throw new Error("no call");
    for (const known of [CONNECTION_SECRET, secret]) {
      expect(new Webhook(known).verify(call.body, call.headers)).toMatchObject({
        type: "reply.created",
      });
    }
  });

  test("leaves once from two workers at once", async () => {
    const ctx = await calling();
    const { send } = await replyTo(ctx, server.url);
    await Promise.all([send(), send(), send()]);
    expect(server.calls).toHaveLength(1);
  });

  test.each([500, 503, 429, 408])(
    "that is answered %i is made again with the same id",
    async (status) => {
      const ctx = await calling();
      const { reply, send } = await replyTo(ctx, server.url);
      server.answers.push({ status, body: "later" });
      expect(await send()).toMatch(/^later: The other system answered/);
      expect(ctx.queued).toHaveLength(1);
      expect(await send()).toBe("sent by webhook");
      const [first, second] = server.calls;
      expect(second?.headers["webhook-id"]).toBe(first?.headers["webhook-id"]);
      expect(second?.body).toBe(first?.body);
      expect((await stateOf(ctx, reply)).delivery).toMatchObject({ state: "sent", tries: 2 });
    },
  );

  test.each([400, 404, 410])("that is answered %i has failed", async (status) => {
    const ctx = await calling();
    const { reply, send } = await replyTo(ctx, server.url);
    server.answers.push({ status, body: "no\r\nsuch thing" });
    expect(await send()).toBe(`failed: The other system answered ${status}: no such thing.`);
    expect(await stateOf(ctx, reply)).toMatchObject({
      delivery: { state: "failed" },
      ticket: { status: "open" },
    });
  });

  test("follows no redirect", async () => {
    const ctx = await calling();
    const { send } = await replyTo(ctx, server.url);
    server.answers.push({ status: 307, location: `${server.url}/elsewhere` });
    expect(await send()).toMatch(/^failed: .*Redirects are not followed\.$/);
    expect(server.calls).toHaveLength(1);
  });

  test("reaches no private address that is not allowed by name", async () => {
    const ctx = await worker();
    const { reply, send } = await replyTo(ctx, server.url);
    expect(await send()).toMatch(/^failed: .*private network/);
    expect(server.calls).toEqual([]);
    expect((await stateOf(ctx, reply)).delivery.state).toBe("failed");
  });

  test("waits for a system that is down", async () => {
    const ctx = await calling();
    const { send } = await replyTo(ctx, server.url);
    await server.close();
    expect(await send()).toMatch(/^later: The address can't be reached/);
  });

  test("is taken up after a worker that died, with the same id", async () => {
    const ctx = await calling();
    const { reply, send } = await replyTo(ctx, server.url);
    server.answers.push({ status: 503 });
    await send();
    const { delivery } = await stateOf(ctx, reply);
    await moveDelivery(ctx.db, delivery.id, ["queued"], "sending", ctx.now());
    expect(await send()).toBe("waits: another worker is sending");
    ctx.advance(16_000);
    expect(await Promise.all([send(), send()])).toContain("sent by webhook");
    expect(server.calls).toHaveLength(2);
    expect(server.calls[1]?.headers["webhook-id"]).toBe(delivery.stableId);
  });

  test("overtaken after a first call is not made again, and may have arrived", async () => {
    const ctx = await calling();
    const { reply, ticket, send } = await replyTo(ctx, server.url);
    server.answers.push({ status: 500 });
    await send();
    ctx.advance(60_000);
    const said = { ticketId: ticket.id, author: "customer", public: true, text: "Else?" } as const;
    await addMessage(ctx, { ...said, createdAt: ctx.now() });
    await send();
    expect(server.calls).toHaveLength(1);
    expect((await stateOf(ctx, reply)).delivery).toMatchObject({ state: "unknown", sentAt: null });
  });

  test("keeps the start of an answer that never ends", async () => {
    const ctx = await calling();
    const { reply, send } = await replyTo(ctx, server.url);
    server.answers.push({ status: 200, body: "x".repeat(1_000_000) });
    expect(await send()).toBe("sent by webhook");
    const { response } = (await stateOf(ctx, reply)).delivery;
    expect(response).toEqual({ status: 200, body: "x".repeat(1000) });
  });

  test("of a demo ticket never leaves", async () => {
    const ctx = await calling();
    const { send } = await replyTo(ctx, server.url, { set: { demo: true } });
    expect(await send()).toBe("sent by outbox");
    expect(server.calls).toEqual([]);
  });
});

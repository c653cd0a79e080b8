import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { messages, ticketParticipants } from "@/db/schema/ticket";
import { as } from "@/db/testing/context";
import { approvedReply, replyByCall, stateOf, worker } from "@/db/testing/deliveries";
import { type HookServer, hookServer } from "@/db/testing/hook-server";
import { type MailServer, mailServer } from "@/db/testing/mail-server";
import { setSetting } from "../desk";
import { type Context, requirePerson } from "../platform/context";
import { addMessage } from "../ticket";
import { retryDelivery } from "./change-delivery";
import { deliverReply } from "./deliver-reply";

const DAY = 86_400_000; // ms

describe("by webhook", () => {
  let slow: HookServer;
  let well: HookServer;
  beforeEach(async () => {
    [slow, well] = await Promise.all([hookServer(), hookServer()]);
  });
  afterEach(() => Promise.all([slow.close(), well.close()]));
  const calling = () => worker({ WEBHOOK_ALLOW_PRIVATE: ["127.0.0.1"] });

  test("a place that hangs holds one worker; the others go on", async () => {
    const ctx = await calling();
    slow.hang();
    const queue: (() => Promise<string>)[] = [];
    for (let n = 0; n < 5; n++) queue.push((await replyByCall(ctx, slow.url)).send);
    queue.push((await replyByCall(ctx, well.url)).send);
    const said: string[] = [];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) said.push(await next());
    };
    const workers = [work(), work()];
    await Promise.all([slow.called(1), well.called(1)]);
    expect(slow.calls).toHaveLength(1);
    slow.release();
    await Promise.all(workers);
    const put = said.filter((one) => one.startsWith("waits: other replies"));
    expect(put).toHaveLength(4);
    expect(ctx.queued).toHaveLength(4);
  });

  test("a pause that is asked for is kept", async () => {
    const ctx = await calling();
    const { send } = await replyByCall(ctx, slow.url);
    slow.answers.push({ status: 429, retryAfter: "600" });
    await send();
    const at = ctx.queued.at(-1)?.options?.startAfter?.getTime() ?? 0;
    expect(at - ctx.now().getTime()).toBeGreaterThan(590_000);
  });
});

describe("a reply that is older than a day", () => {
  test("never leaves by itself, and the ticket is open again; a person may send it", async () => {
    const ctx = await worker();
    const { reply, send } = await approvedReply(ctx);
    ctx.advance(DAY + 1_000);
    expect(await send()).toBe("failed: it waited too long");
    const { delivery, ticket } = await stateOf(ctx, reply);
    expect(delivery).toMatchObject({ state: "failed", tries: 0 });
    expect(delivery.lastError).toContain("restored from a backup");
    expect(ticket.status).toBe("open");

    const admin = { ...(await as(ctx, { role: "admin" })), jobs: ctx.jobs };
    await retryDelivery(admin, { deliveryId: delivery.id });
    expect(await send()).toBe("failed: it waited too long"); // an old job is no person's wish
    await retryDelivery(admin, { deliveryId: delivery.id });
    const again = ctx.queued.at(-1)?.payload;
    expect(await deliverReply.runRaw(ctx, again)).toBe("sent by outbox");
    expect((await stateOf(ctx, reply)).delivery.stableId).toBe(delivery.stableId);
  });
});

describe("an automatic reply that waits", () => {
  test("does not leave once the AI is stopped; people have the ticket", async () => {
    const ctx = await worker();
    const { reply, send } = await approvedReply(ctx);
    const admin = { ...(await as(ctx, { role: "admin" })), jobs: ctx.jobs };
    await setSetting(admin, { name: "ai.stopped", value: true });
    expect(await send()).toBe("failed: the AI is stopped");
    const { delivery, ticket } = await stateOf(ctx, reply);
    expect(ticket.status).toBe("open");
    await retryDelivery(admin, { deliveryId: delivery.id });
    expect(await deliverReply.runRaw(ctx, ctx.queued.at(-1)?.payload)).toBe("sent by outbox");
    expect(await (await approvedReply(ctx, { author: "agent" })).send()).toBe("sent by outbox");
  });

  test("does not follow a person's answer", async () => {
    const ctx = await worker();
    const { reply, ticket, send } = await approvedReply(ctx);
    const personId = requirePerson(await as(ctx, {}));
    const own = { ticketId: ticket.id, author: "agent", public: true, personId } as const;
    await addMessage(ctx, { ...own, text: "I see to it.", createdAt: ctx.now() });
    expect(await send()).toBe("cancelled: a person has answered");
    expect((await stateOf(ctx, reply)).delivery.state).toBe("cancelled");
  });
});

describe("by mail", () => {
  let server: MailServer;
  beforeEach(async () => {
    server = await mailServer();
  });
  afterEach(() => server.close());

  test("goes to who wrote last, and to nobody else", async () => {
    const ctx = await worker({ SMTP_URL: server.url });
    const { ticket, message, send } = await approvedReply(ctx);
    for (const email of ["aa@example.org", "zoe@example.org"]) {
      await ctx.db.insert(ticketParticipants).values({ ticketId: ticket.id, email });
    }
    await ctx.db
      .update(messages)
      .set({ metadata: { from: "zoe@example.org" } })
      .where(eq(messages.id, message.id));
    expect(await send()).toBe("sent by smtp");
    expect(server.recipients).toEqual(["zoe@example.org"]);
    expect(server.accepted[0]).toContain("To: zoe@example.org");
    expect(server.accepted[0]).not.toMatch(/^Cc:/im);
  });

  test("an author who may not write into the ticket gets nothing", async () => {
    const ctx = await worker({ SMTP_URL: server.url });
    const { ticket, message, customer, send } = await approvedReply(ctx);
    const also = { ticketId: ticket.id, email: "aa@example.org" };
    await ctx.db.insert(ticketParticipants).values(also);
    await ctx.db
      .update(messages)
      .set({ metadata: { from: "evil@example.net" } })
      .where(eq(messages.id, message.id));
    await send();
    expect(server.recipients).toEqual([customer.email]);
  });

  test("a database that goes away after it sends nothing twice", async () => {
    const ctx = await worker({ SMTP_URL: server.url });
    const { reply, send, payload } = await approvedReply(ctx);
    const db = new Proxy(ctx.db, {
      get(target, name) {
        if (name !== "transaction" || server.accepted.length === 0) {
          return Reflect.get(target, name, target);
        }
        return () => Promise.reject(new Error("the connection is gone"));
      },
    });
    const broken: Context = { ...ctx, db };
    await expect(deliverReply.run(broken, payload)).rejects.toThrow("the connection is gone");
    expect(await send()).toBe("waits: another worker is sending");
    ctx.advance(151_000);
    expect(await send()).toMatch(/^unknown/);
    expect((await stateOf(ctx, reply)).delivery.state).toBe("unknown");
    expect(server.read).toHaveLength(1);
  });
});

import { count, eq, isNotNull, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { accounts, customers } from "@/db/schema/customer";
import { deliveries } from "@/db/schema/deliver";
import { events } from "@/db/schema/event";
import { articles, passages } from "@/db/schema/knowledge";
import { people } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";
import { makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { fillDemo } from "./boot-demo";
import { getSetting, removeDemoData } from "./desk";
import { EVENTS, type EventName } from "./event/model";
import { type Context, transaction } from "./platform/context";

const system = { type: "system", name: "start" } as const;
const fill = (ctx: Context) => transaction(ctx, (tx) => fillDemo(tx, () => undefined));

async function counts(ctx: Context) {
  const tables = { accounts, articles, attempts, customers, deliveries, messages, people, tickets };
  const entries = Object.entries(tables).map(async ([name, table]) => {
    const [row] = await ctx.db.select({ rows: count() }).from(table);
    return [name, row?.rows] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

async function demoAdmin(ctx: TestContext): Promise<Context> {
  const [admin] = await ctx.db.select().from(people).where(eq(people.role, "admin"));
  if (!admin) throw new Error("the demo has no admin");
  const actor = { type: "person", personId: admin.id, role: "admin", sessionId: "" } as const;
  return { ...ctx, actor };
}

describe("fillDemo", () => {
  test("fills an empty desk with demo rows that hold together", async () => {
    const ctx = await makeContext({ actor: system });
    const passwords = await fill(ctx);

    expect(passwords).toHaveLength(14);
    expect(await counts(ctx)).toMatchObject({
      accounts: 40,
      articles: 40,
      customers: 60,
      people: 14,
      tickets: 300,
    });
    for (const table of [tickets, customers, accounts, articles, people]) {
      expect(
        await ctx.db.select({ rows: count() }).from(table).where(eq(table.demo, false)),
      ).toEqual([{ rows: 0 }]);
    }
    expect(await getSetting(ctx.db, "demo.loaded")).toBe(true);
    expect(await rowsOf(ctx.db, sql`select 1 from pgboss.job where name <> 'follow'`)).toEqual([]);
  });

  test("tells a timeline that ends where the ticket is", async () => {
    const ctx = await makeContext({ actor: system });
    await fill(ctx);

    const rows = await ctx.db
      .select()
      .from(events)
      .where(isNotNull(events.ticketId))
      .orderBy(events.seq);
    const status = new Map<string, unknown>();
    for (const { type, payload, ticketId } of rows) {
      EVENTS[type as EventName].parse(payload);
      if (type !== "ticket.status_changed") continue;
      expect(payload.from).toBe(status.get(ticketId ?? "") ?? "open");
      status.set(ticketId ?? "", payload.to);
    }
    for (const ticket of await ctx.db.select().from(tickets)) {
      expect(status.get(ticket.id) ?? "open").toBe(ticket.status);
      expect(ticket.updatedAt.getTime()).toBeLessThanOrEqual(Date.now());
    }
  });

  test("cites passages that say what is quoted, and sends nothing", async () => {
    const ctx = await makeContext({ actor: system });
    await fill(ctx);

    const texts = new Map((await ctx.db.select().from(passages)).map((p) => [p.id, p.text]));
    for (const attempt of await ctx.db.select().from(attempts)) {
      for (const source of attempt.sources) expect(texts.has(source.passageId)).toBe(true);
      if (attempt.reviewState === "held") expect(attempt.sentMessageId).toBeNull();
    }
    const states = await ctx.db.selectDistinct({ state: deliveries.state }).from(deliveries);
    expect(states).toEqual([{ state: "sent" }]);
  });

  test("never touches a desk that holds anything", async () => {
    const ctx = await makeContext({ actor: system });
    await fill(ctx);
    const before = await counts(ctx);
    expect(await fill(ctx)).toBeNull();
    expect(await counts(ctx)).toEqual(before);
  });

  test("nor one with a single real person", async () => {
    const ctx = await makeContext({ role: "admin" });
    expect(await fill(ctx)).toBeNull();
    expect(await counts(ctx)).toMatchObject({ people: 1, tickets: 0 });
  });
});

describe("removeDemoData", () => {
  test("takes the demo away and keeps who asks, and what is real", async () => {
    const ctx = await makeContext({ actor: system });
    await fill(ctx);
    const admin = await demoAdmin(ctx);
    const [customer] = await ctx.db.select().from(customers).limit(1);
    if (!customer) throw new Error("the demo has no customer");
    const { ticket } = await makeTicket(ctx, { customer: { ...customer, email: "x@example.org" } });

    expect(await removeDemoData(admin)).toEqual({ tickets: 300 });

    expect(await counts(ctx)).toEqual({
      accounts: 1,
      articles: 0,
      attempts: 0,
      customers: 1,
      deliveries: 0,
      messages: 1,
      people: 1,
      tickets: 1,
    });
    expect(await ctx.db.select().from(tickets)).toMatchObject([{ id: ticket.id, demo: false }]);
    expect(await ctx.db.select().from(people)).toMatchObject([{ role: "admin", demo: false }]);
    expect(await ctx.db.select().from(customers)).toMatchObject([{ demo: false }]);
    expect(await getSetting(ctx.db, "demo.loaded")).toBe(false);
    expect(await getSetting(ctx.db, "desk.name")).toBe("Deskhand");
    expect(await ctx.db.select().from(events).where(eq(events.type, "demo.removed"))).toMatchObject(
      [{ payload: { tickets: 300 } }],
    );
    expect(await removeDemoData(admin)).toEqual({ tickets: 0 });
    expect(await fill(ctx)).toBeNull();
  });

  test("refuses reviewers and removes nothing", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    await makeTicket(ctx, { set: { demo: true } });
    await expect(removeDemoData(ctx)).rejects.toMatchObject({ code: "forbidden" });
    expect(await counts(ctx)).toMatchObject({ tickets: 1 });
  });
});

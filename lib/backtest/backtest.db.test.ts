import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { backtests } from "@/db/schema/backtest";
import { events } from "@/db/schema/event";
import { teams } from "@/db/schema/person";
import { routings } from "@/db/schema/route";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { readRules } from "../rule";
import type { RuleDraft } from "../rule/model";
import { RulesResult } from "./model";
import { cancelBacktest, readBacktest } from "./read-backtest";
import { runBacktest } from "./run-backtest";
import { startBacktest } from "./start-backtest";

const FACTS = {
  intents: [],
  category: "general",
  channel: "email",
  source: "",
  tier: "business",
  subject: "SSO",
  language: "en",
  sentiment: 0,
  trend: null,
  priority: "normal",
  tags: [],
  tools: [],
  recent: 0,
  failedInvoices: 0,
  tried: 0,
  inTrial: false,
  paying: true,
  novel: true,
  escalated: false,
};

/** A ticket that was routed to Support Tier 1 on these stored inputs. */
async function routed(ctx: TestContext, text: string, more: object = {}) {
  const { ticket, message } = await makeTicket(ctx);
  const inputs = { text, facts: FACTS, byHand: { team: false, priority: false }, ...more };
  await ctx.db.insert(routings).values({
    id: newId(),
    ticketId: ticket.id,
    messageId: message.id,
    // As another version might have written it.
    inputs: inputs as never,
    outcome: { team: "Support Tier 1" } as never,
    model: "keywords",
    aiMayAnswer: true,
    createdAt: ctx.now(),
  });
  return ticket;
}

const SSO: RuleDraft = {
  id: newId(),
  name: "SSO",
  enabled: true,
  conditions: [{ field: "text", contains: "SSO" }],
  actions: {
    team: "Engineering",
    priority: "urgent",
    tags: ["sso"],
    aiMayAnswer: false,
    priorityEvenIfLower: false,
  },
  onMatch: "stop",
};

async function movedByHand(ctx: TestContext, ticketId: string, team: string) {
  const [row] = await ctx.db.select().from(teams).where(eq(teams.name, team));
  await ctx.db.insert(events).values({
    id: newId(),
    type: "ticket.assigned",
    ticketId,
    actorType: "person",
    actorId: newId(),
    payload: { ticketId, personId: null, teamId: row?.id },
    createdAt: new Date(ctx.now().getTime() + 1000),
  });
}

async function started(ctx: TestContext, rule: RuleDraft = SSO, last = 100) {
  const { rules } = await readRules(ctx);
  return startBacktest(ctx, "rules", { rules: [rule, ...rules], last });
}

async function finished(ctx: TestContext, id: string) {
  await runBacktest.run(await as(ctx, { actor: { type: "job", name: "backtest.run" } }), {
    backtestId: id,
  });
  const view = await readBacktest(ctx, { id });
  return { view, result: RulesResult.safeParse(view.result).data };
}

describe("a back-test of rules", () => {
  test("counts what would change, and what people had made of it", async () => {
    const ctx = await makeContext({ role: "admin" });
    const right = await routed(ctx, "SSO is down");
    const wrong = await routed(ctx, "SSO again");
    await routed(ctx, "sso, and nobody looked");
    await routed(ctx, "How do I export?");
    await routed(ctx, "SSO", { byHand: { team: true, priority: true } });
    await routed(ctx, "SSO", { facts: { tier: "starter" } });
    await movedByHand(ctx, right.id, "Engineering");
    await movedByHand(ctx, wrong.id, "Product");

    const { id } = await started(ctx);
    const { view, result } = await finished(ctx, id);

    expect(view).toMatchObject({ state: "done", total: 6, problem: null });
    expect(result).toMatchObject({ against: 0, looked: 6, skipped: 1, unknown: 0, changed: 4 });
    expect(result?.parts.team).toMatchObject({
      count: 3,
      agrees: 1,
      disagrees: 1,
      unknown: 1,
      pairs: [{ before: "Support Tier 1", after: "Engineering", count: 3 }],
    });
    expect(result?.parts.team.tickets.find(({ number }) => number === right.number)).toMatchObject({
      before: "Support Tier 1",
      after: "Engineering",
      byHand: "agrees",
    });
    expect(result?.parts.priority).toMatchObject({ count: 3, unknown: 3 });
    expect(result?.parts.ai).toMatchObject({ count: 4, agrees: 0, unknown: 4 });
    expect(result?.parts.tags.pairs).toEqual([{ before: "unclassified", after: "sso", count: 4 }]);
    expect(result?.parts.assignee.count).toBe(0);
    expect(result?.matches).toContainEqual({ id: SSO.id, name: "SSO", before: null, after: 4 });
  });

  test("looks at the newest only, page by page, and at nothing that came later", async () => {
    const ctx = await makeContext({ role: "admin" });
    await routed(ctx, "SSO of old");
    ctx.advance(60_000);
    const newest = await routed(ctx, "SSO of now");
    const { id } = await started(ctx, SSO, 1);
    const { result } = await finished(ctx, id);
    expect(result?.parts.team.tickets.map(({ number }) => number)).toEqual([newest.number]);
  });

  test("says where a condition asks for what was not kept", async () => {
    const ctx = await makeContext({ role: "admin" });
    await routed(ctx, "SSO");
    const { id } = await started(ctx, {
      ...SSO,
      conditions: [{ not: { field: "account", is: "Acme" } }],
    });
    const { result } = await finished(ctx, id);
    expect(result).toMatchObject({ looked: 1, unknown: 1, changed: 0 });
  });

  test("writes nothing but its own row", async () => {
    const ctx = await makeContext({ role: "admin" });
    const ticket = await routed(ctx, "SSO is down");
    await movedByHand(ctx, ticket.id, "Engineering");
    const { id } = await started(ctx);
    const before = await hashes(ctx);
    await finished(ctx, id);
    const after = await hashes(ctx);
    expect(before.size).toBeGreaterThan(30);
    expect(
      [...after]
        // There the queue notes when it last tidied up, whatever else happens.
        .filter(([name, hash]) => name !== "pgboss.version" && before.get(name) !== hash)
        .map(([name]) => name),
    ).toEqual(["public.backtests"]);
  });

  test("can be cancelled, waiting or over; a worker that comes late leaves it", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { id } = await started(ctx);
    expect(await cancelBacktest(ctx, { id })).toEqual({ cancelled: true });
    expect((await finished(ctx, id)).view).toMatchObject({ state: "cancelled", result: null });
    expect(await cancelBacktest(ctx, { id })).toEqual({ cancelled: false });
  });

  test("begins anew after a worker has died in the middle", async () => {
    const ctx = await makeContext({ role: "admin" });
    await routed(ctx, "SSO");
    const { id } = await started(ctx);
    const half = { state: "running", done: 70, total: 90 } as const;
    await ctx.db.update(backtests).set(half).where(eq(backtests.id, id));
    const { view, result } = await finished(ctx, id);
    expect(view).toMatchObject({ state: "done", total: 1 });
    expect(result?.looked).toBe(1);
    expect((await finished(ctx, id)).result).toEqual(result);
  });

  test("is stopped in the middle by a cancel, and keeps no result", async () => {
    const ctx = await makeContext({ role: "admin" });
    await routed(ctx, "SSO");
    const { id } = await started(ctx);
    const job = await as(ctx, { actor: { type: "job", name: "backtest.run" } });
    const running = runBacktest.run(job, { backtestId: id });
    await cancelBacktest(ctx, { id });
    await running;
    expect(await readBacktest(ctx, { id })).toMatchObject({ state: "cancelled", result: null });
  });

  test("keeps the newest fifty, for thirty days", async () => {
    const ctx = await makeContext({ role: "admin" });
    for (let n = 0; n < 52; n++) {
      await startBacktest(ctx, "rules", { rules: [], last: 1 });
      ctx.advance(1000);
    }
    expect(await ctx.db.$count(backtests)).toBe(50);
    ctx.advance(31 * 86_400_000);
    const { id } = await startBacktest(ctx, "rules", { rules: [], last: 1 });
    expect(await ctx.db.select({ id: backtests.id }).from(backtests)).toEqual([{ id }]);
  });

  test("is for those who may write rules", async () => {
    const ctx = await makeContext({ role: "admin" });
    const { id } = await started(ctx);
    for (const role of ["agent", "reviewer"] as const) {
      const plain = await as(ctx, { role });
      const refused = { code: "forbidden" };
      await expect(startBacktest(plain, "rules", {})).rejects.toMatchObject(refused);
      await expect(readBacktest(plain, { id })).rejects.toMatchObject(refused);
      await expect(cancelBacktest(plain, { id })).rejects.toMatchObject(refused);
    }
    expect((await readBacktest(ctx, { id })).state).toBe("queued");
    await expect(readBacktest(ctx, { id: newId() })).rejects.toMatchObject({ code: "not_found" });
  });
});

/** One hash for all rows of each table. */
async function hashes(ctx: TestContext): Promise<Map<string, string>> {
  const tables = await rowsOf<{ name: string }>(
    ctx.db,
    sql`select schemaname || '.' || quote_ident(tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss')`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const [row] = await rowsOf<{ hash: string }>(
      ctx.db,
      sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash
        from ${sql.raw(name)} t`,
    );
    found.set(name, row?.hash ?? "");
  }
  return found;
}

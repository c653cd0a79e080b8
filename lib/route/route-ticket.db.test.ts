import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { billingEvents } from "@/db/schema/customer";
import { events } from "@/db/schema/event";
import { teams } from "@/db/schema/person";
import { rules } from "@/db/schema/rule";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { addMessage, assignTicket, moveTicket } from "../ticket";
import { routeTicket } from "./route-ticket";

type Asked = Parameters<typeof makeTicket>[1];

async function route(ctx: TestContext, input: Asked) {
  const made = await makeTicket(ctx, input);
  const outcome = await run(ctx, made.ticket.id, made.message.id);
  return { ...made, outcome, ...(await read(ctx, made.ticket.id)) };
}

const run = async (ctx: TestContext, ticketId: string, messageId: string) =>
  routeTicket.run(await as(ctx, { actor: { type: "job", name: "route.ticket" } }), {
    ticketId,
    messageId,
  });

async function read(ctx: TestContext, ticketId: string) {
  const [row] = await ctx.db
    .select({ ticket: tickets, team: teams.name })
    .from(tickets)
    .leftJoin(teams, eq(teams.id, tickets.teamId))
    .where(eq(tickets.id, ticketId));
  const journal = await ctx.db
    .select()
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(events.seq);
  const routed = journal.filter(({ type }) => type === "ticket.routed").map((e) => e.payload);
  return { stored: row?.ticket, team: row?.team, routed };
}

const say = (
  ctx: TestContext,
  ticketId: string,
  text: string,
  author: "customer" | "agent" = "customer",
) => addMessage(ctx, { ticketId, author, public: true, text, createdAt: ctx.now() });

test("a message that is routed late, after the next one, puts nothing into work", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx, { body: "How do I add a guest?" });
  ctx.advance(1000);
  const next = await say(ctx, ticket.id, "And how do I remove one?");
  await run(ctx, ticket.id, next.id);
  const held = { ticketId: ticket.id, to: "pending_customer", mover: "ai" } as const;
  await moveTicket(ctx, { ...held, because: "held" });

  await run(ctx, ticket.id, message.id);
  expect((await read(ctx, ticket.id)).stored?.status).toBe("pending_customer");
});

describe("routing", () => {
  test.each([
    ["Why was I charged a fee?", "billing_problem", "billing", "Billing Team", "high", "urgent"],
    ["My card isn't working", "bug_report", "technical", "Engineering", "high", "bug"],
    ["Could you add a dark theme?", "feature_request", "general", "Product", "low", "product"],
    ["How do I add a guest?", "usage_help", "general", "Support Tier 2", "normal", "help"],
    ["Please remove my account", "cancellation_intent", "billing", "Retention", "urgent", "churn"],
    ["My card was stolen", "security_report", "technical", "Security", "urgent", "compliance"],
  ])("%s", async (body, intent, category, team, priority, tag) => {
    const ctx = await makeContext();
    const routed = await route(ctx, { subject: body, body });

    expect(routed.stored).toMatchObject({
      primaryIntent: intent,
      category,
      priority,
      status: "in_progress",
      assignedAgent: "deskhand-local",
      tags: expect.arrayContaining([tag, intent]),
    });
    expect(routed.team).toBe(team);
    expect(routed.routed).toMatchObject([
      { team, priority, aiMayAnswer: true, language: "en", messageId: routed.message.id },
    ]);
  });

  test("what nobody knows is unclassified, and novel", async () => {
    const ctx = await makeContext();
    const routed = await route(ctx, { subject: "rithika", body: "rithika" });
    expect(routed.team).toBe("Support Tier 1");
    expect(routed.stored).toMatchObject({
      primaryIntent: null,
      priority: "normal",
      tags: ["unclassified"],
    });
    expect(routed.routed).toMatchObject([{ novel: true, intents: [] }]);
  });

  test("twice changes nothing", async () => {
    const ctx = await makeContext();
    const first = await route(ctx, { body: "Why was I charged a fee?" });
    expect(await run(ctx, first.ticket.id, first.message.id)).toMatch(/^skipped/);
    expect(await read(ctx, first.ticket.id)).toEqual({
      stored: first.stored,
      team: first.team,
      routed: first.routed,
    });
  });

  test("account, billing and the caller count, with their reasons", async () => {
    const ctx = await makeContext();
    const inTrial = await makeCustomer(ctx, {
      tier: "trial",
      trialUntil: new Date(ctx.now().getTime() + 86_400_000),
    });
    const trial = await route(ctx, {
      customer: inTrial,
      subject: "API",
      body: "How do I use the API?",
    });
    expect(trial.stored?.category).toBe("onboarding");

    const unpaid = await makeCustomer(ctx);
    await ctx.db.insert(billingEvents).values({
      id: newId(),
      accountId: unpaid.account.id,
      kind: "invoice_failed",
      detail: "card declined",
      at: ctx.now(),
    });
    const billing = await route(ctx, { customer: unpaid, body: "Why was I charged a fee?" });
    expect(JSON.stringify(billing.stored?.priorityReasons)).toContain("1 failed payment");
  });

  test("text of machines and quoted mail is not read as the customer's", async () => {
    const ctx = await makeContext();
    const routed = await route(ctx, {
      subject: "Guests",
      body: "How do I add a guest?\n\nOn 1 May 2026, Support wrote:\n> Your account was hacked.",
    });
    expect(routed.stored?.primaryIntent).toBe("usage_help");
  });
});

describe("a later message", () => {
  test("that says nothing new leaves the ticket as it was", async () => {
    const ctx = await makeContext();
    const first = await route(ctx, { subject: "Fee", body: "Why was I charged a fee?" });
    await say(ctx, first.ticket.id, "Let me look.", "agent");
    ctx.advance(1000);
    const { id } = await say(ctx, first.ticket.id, "4711");
    await run(ctx, first.ticket.id, id);

    const after = await read(ctx, first.ticket.id);
    expect(after.team).toBe("Billing Team");
    expect(after.stored).toMatchObject({ primaryIntent: "billing_problem", priority: "high" });
    expect(after.routed).toMatchObject([{}, { aiMayNotBecause: ["a person has taken it over"] }]);
  });

  test("does not move a team that a person has set", async () => {
    const ctx = await makeContext({ role: "agent" });
    const first = await route(ctx, { subject: "Fee", body: "Why was I charged a fee?" });
    const [product] = await ctx.db.select().from(teams).where(eq(teams.name, "Product"));
    await assignTicket(ctx, { ticketId: first.ticket.id, teamId: product?.id ?? null });
    ctx.advance(1000);
    const { id } = await say(ctx, first.ticket.id, "Now the app crashes with error 500.");
    await run(ctx, first.ticket.id, id);

    const after = await read(ctx, first.ticket.id);
    expect(after.team).toBe("Product");
    expect(after.stored?.intents.map(({ intent }) => intent)).toContain("bug_report");
  });

  test("raises the priority and never lowers it", async () => {
    const ctx = await makeContext();
    const first = await route(ctx, { subject: "Stolen", body: "My card was stolen" });
    await say(ctx, first.ticket.id, "It is blocked now.", "agent");
    ctx.advance(1000);
    const { id } = await say(ctx, first.ticket.id, "How do I order a new one?");
    await run(ctx, first.ticket.id, id);
    expect((await read(ctx, first.ticket.id)).stored?.priority).toBe("urgent");
  });
});

describe("rules", () => {
  const addRule = (ctx: TestContext, values: Partial<typeof rules.$inferInsert>) =>
    ctx.db.insert(rules).values({
      id: newId(),
      name: "VIP",
      position: -1,
      conditions: [{ field: "tier", is: "business" }],
      actions: { tags: [], priorityEvenIfLower: false },
      ...values,
    });

  test("may leave a ticket to people", async () => {
    const ctx = await makeContext();
    await addRule(ctx, {
      actions: { tags: ["vip"], priorityEvenIfLower: false, aiMayAnswer: false },
    });
    const routed = await route(ctx, { body: "How do I add a guest?" });
    expect(routed.stored?.tags).toContain("vip");
    expect(routed.routed).toMatchObject([
      { aiMayAnswer: false, aiMayNotBecause: ['rule "VIP" leaves it to people'] },
    ]);
  });

  test("a team that is gone falls back, and is told", async () => {
    const ctx = await makeContext();
    await addRule(ctx, { actions: { team: "Gone", tags: [], priorityEvenIfLower: false } });
    const routed = await route(ctx, { body: "How do I add a guest?" });
    expect(routed.team).toBe("Support Tier 1");
    const told = await ctx.db.select().from(events).where(eq(events.type, "rule.target_missing"));
    expect(told).toMatchObject([{ payload: { rule: "VIP", team: "Gone" } }]);
  });

  test("one that a later version wrote never matches", async () => {
    const ctx = await makeContext();
    const unknown = [{ field: "moon", is: "full" }] as never; // what an older version may read
    await addRule(ctx, {
      conditions: unknown,
      actions: { team: "Product", tags: [], priorityEvenIfLower: false },
    });
    const routed = await route(ctx, { subject: "Guests", body: "How do I add a guest?" });
    expect(routed.team).toBe("Support Tier 2");
  });
});

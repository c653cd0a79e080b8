import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { routings } from "@/db/schema/route";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { switchCustomerAi } from "../customer";
import { writeSetting } from "../desk";
import { switchTeamAi } from "../person";
import { applyRules, loadRules } from "../rule";
import { addMessage, setPriority } from "../ticket";
import { routeTicket } from "./route-ticket";

const run = async (ctx: TestContext, ticketId: string, messageId: string) =>
  routeTicket.run(await as(ctx, { actor: { type: "job", name: "route.ticket" } }), {
    ticketId,
    messageId,
  });

const logOf = (ctx: TestContext, ticketId: string) =>
  ctx.db.select().from(routings).where(eq(routings.ticketId, ticketId)).orderBy(routings.createdAt);

test("a decision is kept whole, with what it looked at", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx, {
    subject: "Export",
    body: "The export fails with error 500. I restarted the app, but it didn't help.",
  });
  await run(ctx, ticket.id, message.id);

  const [row] = await logOf(ctx, ticket.id);
  expect(row).toMatchObject({
    messageId: message.id,
    model: "keywords",
    aiMayAnswer: true,
    inputs: {
      text: expect.stringContaining("error 500"),
      latest: message.text,
      account: { tier: "business", failedInvoices: 0 },
      history: { recent: 0, messages: 1, intents: [] },
      caller: { priority: null, category: null },
      facts: { channel: "email", tried: 1, intents: [{ intent: "bug_report" }] },
      byHand: { team: false, priority: false },
    },
    outcome: {
      primary: "bug_report",
      team: "Engineering",
      priority: "high",
      trend: null,
      assignee: null,
      tried: [{ step: expect.stringContaining("restarted"), helped: false }],
      aiMayNotBecause: [],
    },
  });
  expect(row?.outcome.rules).toHaveLength(6);
  const [event] = await ctx.db.select().from(events).where(eq(events.type, "ticket.routed"));
  expect(event?.payload).toMatchObject({ routingId: row?.id });
});

test("the rules give the same again on what was kept", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx, { body: "Why was I charged a fee?" });
  await run(ctx, ticket.id, message.id);
  const [row] = await logOf(ctx, ticket.id);
  if (!row) throw new Error("no decision");

  const again = applyRules(await loadRules(ctx.db), { ...row.inputs.facts, text: row.inputs.text });

  expect(again.rules).toEqual(row.outcome.rules);
  expect(again.team?.name).toBe(row.outcome.team);
});

test("one for each message, however often the job runs", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx, { body: "Why was I charged a fee?" });
  await run(ctx, ticket.id, message.id);
  expect(await run(ctx, ticket.id, message.id)).toMatch(/^skipped/);
  ctx.advance(1000);
  const next = { ticketId: ticket.id, author: "customer", public: true } as const;
  const { id } = await addMessage(ctx, { ...next, text: "Hello?", createdAt: ctx.now() });
  await run(ctx, ticket.id, id);
  expect((await logOf(ctx, ticket.id)).map((row) => row.messageId)).toEqual([message.id, id]);
});

test("a person's priority stays, and the decision says so", async () => {
  const ctx = await makeContext({ role: "agent" });
  const { ticket, message } = await makeTicket(ctx, { body: "Why was I charged a fee?" });
  await setPriority(ctx, { ticketId: ticket.id, priority: "low" });
  await run(ctx, ticket.id, message.id);
  const [row] = await logOf(ctx, ticket.id);
  expect(row).toMatchObject({
    inputs: { byHand: { priority: true } },
    outcome: { priority: "low" },
  });
});

test("each message keeps how it feels and its language; the ticket keeps the trend and the latest language", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx, { body: "How do I add a guest to a board?" });
  await run(ctx, ticket.id, message.id);
  ctx.advance(1000);
  const next = { ticketId: ticket.id, author: "customer", public: true } as const;
  const text = "This is ridiculous, the worst support ever.";
  const { id } = await addMessage(ctx, { ...next, text, createdAt: ctx.now() });
  await run(ctx, ticket.id, id);

  const said = await ctx.db.select().from(messages).orderBy(messages.createdAt);
  expect(said).toMatchObject([
    { sentiment: 0, language: "en" },
    { sentiment: expect.any(Number), language: "en" },
  ]);
  const [stored] = await ctx.db.select().from(tickets);
  expect(said[1]?.sentiment).toBeLessThan(-0.5);
  expect(stored?.sentimentTrend).toBe(said[1]?.sentiment);
  expect(stored?.language).toBe("en");
});

test("where people have stopped the AI, the decision says so", async () => {
  const ctx = await makeContext({ role: "admin" });
  const { ticket, message, customer } = await makeTicket(ctx, { body: "Why was I charged a fee?" });
  await writeSetting(ctx.db, "ai.stopped", true, ctx.now());
  await switchCustomerAi(ctx, { customerId: customer.id, stopped: true });
  await run(ctx, ticket.id, message.id);
  const [row] = await logOf(ctx, ticket.id);
  expect(row).toMatchObject({
    aiMayAnswer: false,
    outcome: {
      aiMayNotBecause: ["the AI is stopped on this desk", "the AI is stopped for this customer"],
    },
  });

  await writeSetting(ctx.db, "ai.stopped", false, ctx.now());
  await switchCustomerAi(ctx, { customerId: customer.id, stopped: false });
  const [routed] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticket.id));
  await switchTeamAi(ctx, { teamId: routed?.teamId ?? "", stopped: true });
  const other = await makeTicket(ctx, { body: "Why was I charged twice?" });
  await run(ctx, other.ticket.id, other.message.id);
  expect((await logOf(ctx, other.ticket.id))[0]?.outcome.aiMayNotBecause).toEqual([
    "the AI is stopped for this team",
  ]);
});

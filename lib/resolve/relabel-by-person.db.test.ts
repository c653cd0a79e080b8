import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { categories, intents } from "@/db/schema/desk";
import { events } from "@/db/schema/event";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { relabelTicket } from ".";

const ROUTED = {
  category: "billing",
  primaryIntent: "billing_problem",
  intents: [
    { intent: "billing_problem", score: 0.8 },
    { intent: "usage_help", score: 0.6 },
  ],
  tags: ["vip", "billing_problem", "usage_help"],
};

async function desk() {
  const ctx = await makeContext({ role: "agent" });
  const { ticket } = await makeTicket(ctx, { set: ROUTED });
  return { ctx, ticket };
}

async function stateOf(ctx: TestContext, id: string) {
  const [row] = await ctx.db.select().from(tickets).where(eq(tickets.id, id));
  const journal = await ctx.db.select().from(events).where(eq(events.ticketId, id));
  return { row, told: journal.filter(({ type }) => type === "ticket.relabelled") };
}

test("sets the category, and says who did", async () => {
  const { ctx, ticket } = await desk();

  await relabelTicket(ctx, { ticketId: ticket.id, label: "category", to: "onboarding" });
  await relabelTicket(ctx, { ticketId: ticket.id, label: "category", to: "onboarding" });

  const { row, told } = await stateOf(ctx, ticket.id);
  expect(row).toMatchObject({ ...ROUTED, category: "onboarding" });
  expect(told).toMatchObject([
    { actorType: "person", payload: { label: "category", from: "billing", to: "onboarding" } },
  ]);
});

test("sets the intent: it comes first, and what it replaces goes with its tag", async () => {
  const { ctx, ticket } = await desk();

  await relabelTicket(ctx, { ticketId: ticket.id, label: "intent", to: "bug_report" });

  const { row, told } = await stateOf(ctx, ticket.id);
  expect(row).toMatchObject({
    primaryIntent: "bug_report",
    intents: [
      { intent: "bug_report", score: 1 },
      { intent: "usage_help", score: 0.6 },
    ],
    tags: ["vip", "usage_help", "bug_report"],
  });
  expect(told[0]?.payload).toMatchObject({ from: "billing_problem", to: "bug_report" });

  await relabelTicket(ctx, { ticketId: ticket.id, label: "intent", to: null });
  expect((await stateOf(ctx, ticket.id)).row).toMatchObject({
    primaryIntent: null,
    intents: [],
    tags: ["vip", "usage_help"],
  });
});

test("not on what has changed meanwhile, not to a label out of use, not for other systems", async () => {
  const { ctx, ticket } = await desk();
  const to = { ticketId: ticket.id, label: "category" as const, to: "onboarding" };
  await ctx.db.insert(categories).values({ slug: "old", name: "Old", archivedAt: ctx.now() });
  await ctx.db
    .insert(intents)
    .values({ slug: "joined", name: "Joined", position: 90, mergedInto: "bug_report" });

  const stale = relabelTicket(ctx, { ...to, expectedVersion: ticket.version + 7 });
  await expect(stale).rejects.toMatchObject({ code: "conflict" });
  for (const gone of ["old", "nonsense"]) {
    const refused = relabelTicket(ctx, { ...to, to: gone });
    await expect(refused).rejects.toMatchObject({ code: "invalid" });
  }
  const joined = relabelTicket(ctx, { ticketId: ticket.id, label: "intent", to: "joined" });
  await expect(joined).rejects.toMatchObject({ code: "invalid" });
  const machine = await as(ctx, { connection: ["ingest"] });
  await expect(relabelTicket(machine, to)).rejects.toMatchObject({ code: "forbidden" });
  expect((await stateOf(ctx, ticket.id)).row).toMatchObject(ROUTED);
});

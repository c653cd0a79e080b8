import { expect, test } from "vitest";
import { mentions } from "@/db/schema/notice";
import { slaPolicies, ticketClocks } from "@/db/schema/sla";
import { messages, tickets } from "@/db/schema/ticket";
import { makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { accountValue } from "../customer/model";
import { requirePerson } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
import { addView } from "../view";
import type { ViewTest } from "../view/model";
import { QueuePage, type QueueQuery } from "./model";
import { readQueue } from "./read-queue";
import { whyHere } from "./why-here";

const HOUR = 3_600_000;
const ago = (ctx: TestContext, hours: number) => new Date(ctx.now().getTime() - hours * HOUR);

const subjects = async (ctx: TestContext, query: Partial<QueueQuery>) => {
  const page = await readQueue(ctx, { queue: "open", sort: "newest", ...query });
  return QueuePage.parse(page)
    .rows.map(({ subject }) => subject)
    .sort();
};

const filtered = (ctx: TestContext, test: ViewTest) =>
  subjects(ctx, { filter: JSON.stringify({ tests: [test] }) });

async function makeClock(ctx: TestContext, ticketId: string, dueAt: Date) {
  const policyId = newId();
  await ctx.db.insert(slaPolicies).values({ id: policyId, name: "Promise", position: 1 });
  const clock = { ticketId, policyId, dueAt, waitingSince: ctx.now(), target: "next" as const };
  await ctx.db.insert(ticketClocks).values(clock);
}

const CHAT = "chat-7";

/** "full" has a value in each column, "bare" in as few as can be; "done" is over. */
async function makeDesk(ctx: TestContext) {
  const me = requirePerson(ctx);
  const full = await makeTicket(ctx, {
    customer: await makeCustomer(ctx, { name: "Ada Acme", account: "acme" }),
    subject: "full",
    set: {
      tags: ["sso", "vip"],
      toolsUsed: ["lookup_invoice"],
      priority: "urgent",
      assigneeId: me,
      primaryIntent: "bug_report",
      productArea: "export",
      assignedAgent: "desk",
      conversationId: CHAT,
      language: "de",
      source: "zendesk",
      sentimentTrend: -0.4,
      aiSummary: "Export fails with a 403",
      escalationReason: "Asked for a person",
      resolution: "Restart the exporter",
      historic: true,
      demo: true,
      value: accountValue("enterprise", 50),
      waitingSince: ago(ctx, 3),
      firstResponseAt: ago(ctx, 2),
      createdAt: ago(ctx, 72),
    },
  });
  await ctx.db.update(messages).set({ createdAt: ago(ctx, 48) });
  await makeAttempt(ctx, { ticketId: full.ticket.id, answersMessageId: full.message.id });
  await makeClock(ctx, full.ticket.id, ago(ctx, -0.5));
  const mention = { ticketId: full.ticket.id, messageId: full.message.id, personId: me };
  await ctx.db.insert(mentions).values(mention);
  await makeTicket(ctx, { subject: "bare", channel: "chat", status: "in_progress" });
  await makeTicket(ctx, {
    subject: "done",
    status: "resolved",
    set: { resolvedAt: ago(ctx, 5) },
  });
}

const TESTS: ViewTest[] = [
  { field: "priority", in: ["urgent", "high"] },
  { field: "channel", in: ["email"] },
  { field: "source", in: ["zendesk"] },
  { field: "conversation", in: [CHAT] },
  { field: "area", in: ["export"] },
  { field: "intent", in: ["bug_report"] },
  { field: "language", in: ["de"] },
  { field: "tier", in: ["enterprise"] },
  { field: "tag", in: ["sso"] },
  { field: "tool", in: ["lookup_invoice"] },
  { field: "agent", in: ["desk"] },
  { field: "assignee", in: ["me"] },
  { field: "decision", in: ["held"] },
  { field: "review", in: ["held"] },
  { field: "sla", in: ["soon"] },
  { field: "subject", contains: "ful" },
  { field: "customer", contains: "ada" },
  { field: "account", contains: "ACME" },
  { field: "summary", contains: "403" },
  { field: "escalation", contains: "person" },
  { field: "resolution", contains: "exporter" },
  { field: "mentions", is: "me" },
  { field: "status", in: ["open"] },
];

test("every test finds what it asks for", async () => {
  const ctx = await makeContext();
  await makeDesk(ctx);
  for (const one of TESTS) {
    expect(await filtered(ctx, one), JSON.stringify(one)).toEqual(["full"]);
  }
});

test("a test that is turned round passes the others, also where nothing is known", async () => {
  const ctx = await makeContext();
  await makeDesk(ctx);
  for (const one of TESTS) {
    const turned = { ...one, not: true } as ViewTest; // each of them can be turned round
    expect(await filtered(ctx, turned), JSON.stringify(turned)).toEqual(["bare"]);
  }
  expect(await filtered(ctx, { field: "team", in: ["none"], not: true })).toEqual([]);
  expect(await filtered(ctx, { field: "assignee", in: ["none"], not: true })).toEqual(["full"]);
});

test("times say not older than, and older than; other columns are asked, too", async () => {
  const ctx = await makeContext();
  await makeDesk(ctx);
  const only: [ViewTest, string[]][] = [
    [{ field: "created", within: 1440 }, ["bare"]],
    [{ field: "created", olderThan: 1440 }, ["full"]],
    [{ field: "updated", olderThan: 1440 }, []],
    [{ field: "message", within: 1440 }, ["bare"]],
    [{ field: "message", olderThan: 1440 }, ["full"]],
    [{ field: "reply", within: 180 }, ["full"]],
    [{ field: "reply", olderThan: 180 }, []],
    [{ field: "waiting", atLeast: 120 }, ["full"]],
    [{ field: "waiting", within: 240 }, ["bare", "full"]],
    [{ field: "trend", below: 0 }, ["full"]],
    [{ field: "historic", is: true }, ["full"]],
    [{ field: "demo", is: false }, ["bare"]],
  ];
  for (const [one, found] of only) {
    expect(await filtered(ctx, one), JSON.stringify(one)).toEqual(found);
  }
});

test("why a ticket passes a turned test is said once for all values", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const tests: ViewTest[] = [{ field: "tag", in: ["sso", "vip"], not: true }];
  const query = { queue: "open", sort: "newest", id: toPublicId("t", ticket.id) } as const;
  const { reasons } = await whyHere(ctx, { ...query, filter: JSON.stringify({ tests }) });
  expect(reasons).toContain("Tag is not sso or vip");
});

test("a view that is turned round holds what is at hand, unless it asks for what is over", async () => {
  const ctx = await makeContext();
  await makeDesk(ctx);
  const held = async (one: ViewTest) => {
    const view = { name: "View", shared: false, sort: "newest" as const };
    const filter = { match: "all" as const, tests: [one] };
    const { viewId } = await addView(ctx, { ...view, filter });
    return subjects(ctx, { queue: viewId });
  };
  expect(await held({ field: "tag", in: ["sso"], not: true })).toEqual(["bare"]);
  expect(await held({ field: "status", in: ["open"], not: true })).toEqual(["bare"]);
  const notAtHand = ["open", "in_progress", "pending_customer"] as const;
  expect(await held({ field: "status", in: [...notAtHand], not: true })).toEqual(["done"]);
  expect(await held({ field: "resolved", within: 600 })).toEqual(["done"]);
  expect(await held({ field: "resolved", olderThan: 600 })).toEqual([]);
  expect(await ctx.db.$count(tickets)).toBe(3);
});

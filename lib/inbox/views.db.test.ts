import { describe, expect, test } from "vitest";
import { mentions } from "@/db/schema/notice";
import { ticketReads } from "@/db/schema/presence";
import { slaPolicies, ticketClocks } from "@/db/schema/sla";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { accountValue } from "../customer/model";
import { requirePerson } from "../platform/context";
import { newId, toPublicId } from "../platform/ids";
import { addView } from "../view";
import type { ViewFilter, ViewTest } from "../view/model";
import { countQueues } from "./count-queues";
import { QUEUE_PAGE, QueuePage, type QueueQuery } from "./model";
import { readQueue } from "./read-queue";
import { whyHere } from "./why-here";

const HOUR = 3_600_000;
const ago = (ctx: TestContext, ms: number) => new Date(ctx.now().getTime() - ms);

const subjects = async (ctx: TestContext, query: Partial<QueueQuery> = {}) => {
  const page = await readQueue(ctx, { queue: "open", sort: "newest", ...query });
  return QueuePage.parse(page).rows.map(({ subject }) => subject);
};

const filtered = (ctx: TestContext, ...tests: ViewTest[]) =>
  subjects(ctx, { filter: JSON.stringify({ tests }) });

/** A clock that is due then; null: paused. */
async function makeClock(ctx: TestContext, ticketId: string, dueAt: Date | null) {
  const policyId = newId();
  await ctx.db.insert(slaPolicies).values({ id: policyId, name: "Promise", position: 1 });
  const waitingSince = dueAt ? ctx.now() : null;
  const target = dueAt ? ("next" as const) : null;
  await ctx.db.insert(ticketClocks).values({ ticketId, policyId, dueAt, waitingSince, target });
}

async function makeMention(
  ctx: TestContext,
  ticketId: string,
  messageId: string,
  personId: string,
) {
  await ctx.db.insert(mentions).values({ ticketId, messageId, personId });
}

describe("filters", () => {
  test("pass what their tests say, field by field", async () => {
    const ctx = await makeContext();
    const me = requirePerson(ctx);
    const acme = await makeCustomer(ctx, { name: "Ada Acme", account: "acme" });
    const one = await makeTicket(ctx, {
      customer: acme,
      subject: "one 100%",
      set: {
        tags: ["sso"],
        priority: "urgent",
        assigneeId: me,
        sentiment: -0.8,
        primaryIntent: "bug_report",
        confidenceScore: 0.4,
        value: accountValue("enterprise", 50),
        waitingSince: ago(ctx, 3 * HOUR),
      },
    });
    const two = await makeTicket(ctx, { subject: "two", channel: "chat", source: "widget" });
    await makeAttempt(ctx, { ticketId: two.ticket.id, answersMessageId: two.message.id });
    await makeClock(ctx, one.ticket.id, ago(ctx, HOUR));
    await makeClock(ctx, two.ticket.id, null);
    await makeMention(ctx, two.ticket.id, two.message.id, me);
    await ctx.db.update(tickets).set({ language: "de" });
    await ctx.db
      .insert(ticketReads)
      .values({ personId: me, ticketId: two.ticket.id, readAt: ctx.now() });

    const only: [ViewTest, string[]][] = [
      [{ field: "status", in: ["open"] }, ["one 100%", "two"]],
      [{ field: "status", in: ["in_progress"] }, []],
      [{ field: "priority", in: ["urgent", "high"] }, ["one 100%"]],
      [{ field: "channel", in: ["chat"] }, ["two"]],
      [{ field: "source", in: ["widget"] }, ["two"]],
      [{ field: "category", in: ["general"] }, ["one 100%", "two"]],
      [{ field: "intent", in: ["bug_report"] }, ["one 100%"]],
      [{ field: "language", in: ["de"] }, ["one 100%", "two"]],
      [{ field: "tier", in: ["enterprise"] }, ["one 100%"]],
      [{ field: "tier", in: ["no such"] }, []],
      [{ field: "tag", in: ["sso", "it's"] }, ["one 100%"]],
      [{ field: "team", in: ["none"] }, ["one 100%", "two"]],
      [{ field: "assignee", in: ["me"] }, ["one 100%"]],
      [{ field: "assignee", in: ["none", "nonsense"] }, ["two"]],
      [{ field: "decision", in: ["held"] }, ["two"]],
      [{ field: "review", in: ["held", "approved"] }, ["two"]],
      [{ field: "sentiment", below: -0.5 }, ["one 100%"]],
      [{ field: "confidence", above: 0.3, below: 0.5 }, ["one 100%"]],
      [{ field: "waiting", atLeast: 120 }, ["one 100%"]],
      [{ field: "created", within: 60 }, ["one 100%", "two"]],
      [{ field: "updated", within: 60 }, ["one 100%", "two"]],
      [{ field: "sla", in: ["late"] }, ["one 100%"]],
      [{ field: "sla", in: ["soon"] }, []],
      [{ field: "sla", in: ["paused"] }, ["two"]],
      [{ field: "sla", in: ["none"] }, []],
      [{ field: "subject", contains: "100%" }, ["one 100%"]],
      [{ field: "subject", contains: "%o_e" }, []],
      [{ field: "customer", contains: "ada" }, ["one 100%"]],
      [{ field: "account", contains: "ACME" }, ["one 100%"]],
      [{ field: "unread", is: true }, ["one 100%"]],
      [{ field: "unread", is: false }, ["two"]],
      [{ field: "snoozed", is: true }, []],
      [{ field: "mentions", is: "me" }, ["two"]],
    ];
    for (const [test, found] of only) {
      expect((await filtered(ctx, test)).sort(), JSON.stringify(test)).toEqual(found);
    }
    expect(
      await filtered(ctx, { field: "tag", in: ["sso"] }, { field: "channel", in: ["chat"] }),
    ).toEqual([]);
    const either = { match: "any", tests: [only[10]?.[0], only[3]?.[0]] };
    expect((await subjects(ctx, { filter: JSON.stringify(either) })).sort()).toEqual([
      "one 100%",
      "two",
    ]);
  });

  test("that nobody can read are refused, not ignored", async () => {
    const ctx = await makeContext();
    for (const filter of ["{", '{"tests":[{"field":"secret","in":["x"]}]}']) {
      await expect(subjects(ctx, { filter })).rejects.toMatchObject({ code: "invalid" });
    }
  });
});

describe("queues", () => {
  test("breaching and mentions hold what is due or names me, and the counts agree", async () => {
    const ctx = await makeContext();
    const me = requirePerson(ctx);
    const [late, soon, later, answered] = await Promise.all(
      ["late", "soon", "later", "answered"].map((subject) => makeTicket(ctx, { subject })),
    );
    if (!late || !soon || !later || !answered) throw new Error("no tickets");
    await makeClock(ctx, late.ticket.id, ago(ctx, HOUR));
    await makeClock(ctx, soon.ticket.id, ago(ctx, -HOUR / 2));
    await makeClock(ctx, later.ticket.id, ago(ctx, -2 * HOUR));
    await makeMention(ctx, later.ticket.id, later.message.id, me);
    expect(await subjects(ctx, { queue: "breaching", sort: "sla" })).toEqual(["late", "soon"]);
    expect((await subjects(ctx, { queue: "breaching" })).sort()).toEqual(["late", "soon"]);
    expect(await subjects(ctx, { queue: "mentions" })).toEqual(["later"]);
    expect(await countQueues(ctx)).toMatchObject({ breaching: 2, mentions: 1, all: null, open: 4 });
    const colleague = await as(ctx, {});
    expect(await subjects(colleague, { queue: "mentions" })).toEqual([]);
  });

  test("all holds what is over, too, behind what is open in every order but the newest", async () => {
    const ctx = await makeContext();
    await makeTicket(ctx, { subject: "open", set: { value: 5, updatedAt: ago(ctx, HOUR) } });
    await makeTicket(ctx, { subject: "done", status: "resolved", set: { value: 9 } });
    expect(await subjects(ctx, { queue: "all" })).toEqual(["done", "open"]);
    for (const sort of ["waiting", "sla", "value", "sentiment"] as const) {
      expect(await subjects(ctx, { queue: "all", sort }), sort).toEqual(["open", "done"]);
    }
  });

  test.each(["newest", "waiting", "sla", "value", "sentiment"] as const)(
    "pages by %s hold every ticket once, in order",
    async (sort) => {
      const ctx = await makeContext();
      const customer = await makeCustomer(ctx);
      for (let n = 0; n < QUEUE_PAGE * 2 + 3; n += 1) {
        const at = ago(ctx, Math.floor(n / 2) * 60_000);
        const { ticket } = await makeTicket(ctx, {
          customer,
          subject: `n${n}`,
          status: n % 9 === 0 ? "closed" : "open",
          set: {
            updatedAt: at,
            waitingSince: n % 7 === 0 ? null : at,
            value: n % 5,
            sentiment: n % 6 === 0 ? null : (n % 4) / 3 - 0.5,
          },
        });
        if (n % 3 > 0) await makeClock(ctx, ticket.id, n % 3 === 1 ? at : null);
      }
      const seen: QueuePage["rows"] = [];
      let before: string | undefined;
      do {
        const page: QueuePage = await readQueue(ctx, { queue: "all", sort, before });
        seen.push(...page.rows);
        before = page.next ?? undefined;
      } while (before);
      expect(new Set(seen.map(({ id }) => id)).size).toBe(QUEUE_PAGE * 2 + 3);
      expect(seen).toHaveLength(QUEUE_PAGE * 2 + 3);
      const open = seen.filter(({ status }) => status === "open");
      const keys = {
        newest: open.map(({ updatedAt }) => updatedAt).toReversed(),
        waiting: open.flatMap(({ waitingSince }) => waitingSince ?? []),
        sla: open.flatMap(({ sla }) => sla?.dueAt ?? []),
        value: open.map(({ value }) => value).toReversed(),
        sentiment: open.flatMap(({ sentiment }) => sentiment ?? []),
      }[sort];
      expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    },
  );

  test("a row tells of the promise, of what is new to the reader, and of the account", async () => {
    const ctx = await makeContext();
    const { ticket, message } = await makeTicket(ctx, { set: { tags: ["sso"] } });
    const dueAt = ago(ctx, -HOUR);
    await makeClock(ctx, ticket.id, dueAt);
    const row = async (who = ctx) => (await readQueue(who, { queue: "open", sort: "sla" })).rows[0];
    expect(await row()).toMatchObject({
      unread: true,
      tags: ["sso"],
      version: ticket.version,
      account: { tier: "business" },
      sla: { dueAt: dueAt.toISOString(), target: "next", paused: false, breachedAt: null },
    });
    const read = { personId: requirePerson(ctx), ticketId: ticket.id };
    await ctx.db.insert(ticketReads).values({ ...read, readAt: message.createdAt });
    expect(await row()).toMatchObject({ unread: false });
    expect(await row(await as(ctx, {}))).toMatchObject({ unread: true });
  });
});

describe("saved views", () => {
  const view = (tests: ViewTest[], shared = false) => ({
    name: "View",
    shared,
    sort: "value" as const,
    filter: { match: "all", tests } satisfies ViewFilter,
  });

  test("are queues, counted for whoever looks", async () => {
    const ctx = await makeContext();
    const colleague = await as(ctx, {});
    await makeTicket(ctx, { subject: "mine", set: { assigneeId: requirePerson(ctx) } });
    await makeTicket(ctx, { subject: "done", status: "closed" });
    const { viewId } = await addView(ctx, view([{ field: "assignee", in: ["me"] }], true));
    const hidden = await addView(ctx, view([]));
    const closed = await addView(ctx, view([{ field: "status", in: ["closed"] }]));

    expect(await subjects(ctx, { queue: viewId })).toEqual(["mine"]);
    expect(await subjects(colleague, { queue: viewId })).toEqual([]);
    expect(await subjects(ctx, { queue: hidden.viewId })).toEqual(["mine"]);
    expect(await subjects(ctx, { queue: closed.viewId })).toEqual(["done"]);
    await expect(subjects(colleague, { queue: hidden.viewId })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await countQueues(ctx)).views).toMatchObject([
      { id: viewId, name: "View", own: true, shared: true, sort: "value", count: 1, more: false },
      { count: 1 },
      { count: 1 },
    ]);
    expect((await countQueues(colleague)).views).toMatchObject([{ own: false, count: 0 }]);
  });
});

describe("whyHere", () => {
  test("names each test that a ticket passes, and its place", async () => {
    const ctx = await makeContext();
    const me = requirePerson(ctx);
    await makeTicket(ctx, { subject: "first", set: { waitingSince: ago(ctx, 9 * HOUR) } });
    const { ticket } = await makeTicket(ctx, {
      set: { assigneeId: me, tags: ["sso"], waitingSince: ago(ctx, HOUR) },
    });
    await makeClock(ctx, ticket.id, ago(ctx, -21 * 60_000 - 500));
    const id = toPublicId("t", ticket.id);
    const filter = JSON.stringify({ tests: [{ field: "tag", in: ["vip", "sso"] }] });

    expect(await whyHere(ctx, { queue: "mine", sort: "newest", filter, id })).toEqual({
      reasons: ["Assigned to you", "Its status is open", "Tag is sso", "1st by newest activity"],
    });
    const open = await whyHere(ctx, { queue: "open", sort: "waiting", id });
    expect(open.reasons.at(-1)).toBe("2nd by waiting time");
    const due = await whyHere(ctx, { queue: "breaching", sort: "sla", id });
    expect(due.reasons[0]).toBe("Reply due in 21 min");
    expect(await whyHere(ctx, { queue: "unassigned", sort: "newest", id })).toEqual({
      reasons: [],
    });
  });

  test("is for people at the desk", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const machine = await as(ctx, { connection: ["tickets.read"] });
    const query = { queue: "open", sort: "newest", id: toPublicId("t", ticket.id) } as const;
    await expect(whyHere(machine, query)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.$count(tickets)).toBe(1);
  });
});

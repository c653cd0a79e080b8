import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { people, teamMembers, teams } from "@/db/schema/person";
import { rules } from "@/db/schema/rule";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import type { AssigneeRule } from "../rule/model";
import { assignTicket } from "../ticket";
import { leastBusy, nextInTurn } from "./assignee";
import { routeTicket } from "./route-ticket";

/** A desk whose rule gives everything to Product, and the members of that team in order. */
async function desk(assignee: AssigneeRule, members = 3) {
  const ctx = await makeContext({ role: "admin" });
  const [team] = await ctx.db.select().from(teams).where(eq(teams.name, "Product"));
  if (!team) throw new Error("no such team");
  const ids: string[] = [];
  for (let made = 0; made < members; made++) {
    const { actor } = await as(ctx, { role: "agent" });
    if (actor.type !== "person") throw new Error("no person");
    ids.push(actor.personId);
    await ctx.db.insert(teamMembers).values({ teamId: team.id, personId: actor.personId });
  }
  await ctx.db.insert(rules).values({
    id: newId(),
    name: "Hand out",
    position: -1,
    conditions: [],
    actions: { team: "Product", tags: [], priorityEvenIfLower: false, assignee },
  });
  return { ctx, team, ids: ids.sort() };
}

async function route(ctx: TestContext) {
  const { ticket, message } = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
  const job = await as(ctx, { actor: { type: "job", name: "route.ticket" } });
  await routeTicket.run(job, { ticketId: ticket.id, messageId: message.id });
  return ticket.id;
}

const holderOf = async (ctx: TestContext, id: string) =>
  (await ctx.db.select().from(tickets).where(eq(tickets.id, id)))[0]?.assigneeId;

const routedOf = async (ctx: TestContext, ticketId: string) => {
  const rows = await ctx.db.select().from(events).where(eq(events.ticketId, ticketId));
  return rows.find(({ type }) => type === "ticket.routed")?.payload;
};

const leave = (ctx: TestContext, id: string) =>
  ctx.db.update(people).set({ disabledAt: ctx.now() }).where(eq(people.id, id));

describe("round robin", () => {
  test("gives each their turn, and passes over who has left", async () => {
    const { ctx, ids } = await desk({ mode: "round_robin" });
    const holders = [];
    for (let turn = 0; turn < 4; turn++) holders.push(await holderOf(ctx, await route(ctx)));
    expect(holders).toEqual([ids[0], ids[1], ids[2], ids[0]]);

    await leave(ctx, ids[1] ?? "");
    expect(await holderOf(ctx, await route(ctx))).toBe(ids[2]);
  });

  test("counts what a person has assigned for nobody's turn", async () => {
    const { ctx, team, ids } = await desk({ mode: "round_robin" });
    const first = await route(ctx);
    await assignTicket(ctx, { ticketId: first, personId: ids[2] ?? null, teamId: team.id });
    expect(await holderOf(ctx, await route(ctx))).toBe(ids[1]);
  });

  test.skipIf(!onPostgres)("of many at once, each gets their share", async () => {
    const { ctx, ids } = await desk({ mode: "round_robin" });
    const all = await Promise.all(Array.from({ length: 9 }, () => route(ctx)));
    const holders = await Promise.all(all.map((id) => holderOf(ctx, id)));
    for (const id of ids) expect(holders.filter((holder) => holder === id)).toHaveLength(3);
  });
});

test("least busy: the fewest tickets that are not over", async () => {
  const { ctx, ids } = await desk({ mode: "least_busy" });
  const [first, second, third] = ids;
  await makeTicket(ctx, { set: { assigneeId: first } });
  await makeTicket(ctx, { set: { assigneeId: second }, status: "in_progress" });
  await makeTicket(ctx, { set: { assigneeId: third } });
  const [over] = await ctx.db
    .select()
    .from(tickets)
    .where(eq(tickets.assigneeId, third ?? ""));
  await ctx.db
    .update(tickets)
    .set({ status: "closed", movedBy: "person" })
    .where(eq(tickets.id, over?.id ?? ""));
  expect(await holderOf(ctx, await route(ctx))).toBe(third);
});

describe("a named person", () => {
  test("gets it, and the AI may still answer", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const personId = ctx.actor.type === "person" ? ctx.actor.personId : "";
    const { ctx: own } = await desk({ mode: "person", personId }, 0);
    const id = await route(own);
    expect(await holderOf(own, id)).toBe(personId);
    expect(await routedOf(own, id)).toMatchObject({
      aiMayAnswer: true,
      assignedBecause: 'rule "Hand out" names the person',
    });
  });

  test("who has left gets nothing, and the admins are told", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const personId = ctx.actor.type === "person" ? ctx.actor.personId : "";
    await leave(ctx, personId);
    const { ctx: own } = await desk({ mode: "person", personId }, 0);
    const id = await route(own);
    expect(await holderOf(own, id)).toBeNull();
    const told = await own.db.select().from(events).where(eq(events.type, "rule.target_missing"));
    expect(told).toMatchObject([{ payload: { rule: "Hand out", personId } }]);
  });
});

describe("away and full", () => {
  const day = 86_400_000; // ms
  const away = (ctx: TestContext, id: string, coverId: string | null = null) =>
    ctx.db
      .update(people)
      .set({ awayFrom: ctx.now(), awayUntil: new Date(ctx.now().getTime() + day), coverId })
      .where(eq(people.id, id));

  test("whoever is away, or has as much as they can take, is passed over", async () => {
    const { ctx, ids } = await desk({ mode: "round_robin" });
    await away(ctx, ids[0] ?? "");
    await ctx.db
      .update(people)
      .set({ capacity: 1 })
      .where(eq(people.id, ids[1] ?? ""));
    const holders = [];
    for (let turn = 0; turn < 3; turn++) holders.push(await holderOf(ctx, await route(ctx)));
    expect(holders).toEqual([ids[1], ids[2], ids[2]]);
    ctx.advance(2 * day);
    expect(await holderOf(ctx, await route(ctx))).toBe(ids[0]);
  });

  test("the cover stands in for a person whom a rule names", async () => {
    const { ctx, ids } = await desk({ mode: "round_robin" }, 2);
    const [named = "", cover = ""] = ids;
    const assignee: AssigneeRule = { mode: "person", personId: named };
    const actions = { team: "Product", tags: [], priorityEvenIfLower: false, assignee };
    await ctx.db.update(rules).set({ actions }).where(eq(rules.name, "Hand out"));
    await away(ctx, named);
    expect(await holderOf(ctx, await route(ctx))).toBeNull();
    await away(ctx, named, cover);
    expect(await holderOf(ctx, await route(ctx))).toBe(cover);
  });
});

test("nobody there: nobody gets it, and the timeline says why", async () => {
  const { ctx } = await desk({ mode: "least_busy" }, 0);
  const id = await route(ctx);
  expect(await holderOf(ctx, id)).toBeNull();
  expect(await routedOf(ctx, id)).toMatchObject({
    assignedBecause: 'rule "Hand out": nobody in Product is available',
  });
});

test("what a person has assigned stays", async () => {
  const { ctx, ids } = await desk({ mode: "round_robin" });
  const { ticket, message } = await makeTicket(ctx);
  await assignTicket(ctx, { ticketId: ticket.id, personId: ids[2] ?? null });
  const job = await as(ctx, { actor: { type: "job", name: "route.ticket" } });
  await routeTicket.run(job, { ticketId: ticket.id, messageId: message.id });
  expect(await holderOf(ctx, ticket.id)).toBe(ids[2]);
  expect(await routedOf(ctx, ticket.id)).toMatchObject({
    aiMayNotBecause: ["a person has taken it over"],
  });
});

test("turns and loads, without a database", () => {
  expect(nextInTurn([], "a")).toBeNull();
  expect(nextInTurn(["a", "c"], null)).toBe("a");
  expect(nextInTurn(["a", "c"], "b")).toBe("c");
  expect(nextInTurn(["a", "c"], "c")).toBe("a");
  expect(leastBusy([], new Map())).toBeNull();
  expect(
    leastBusy(
      ["a", "b", "c"],
      new Map([
        ["a", 2],
        ["b", 1],
        ["c", 1],
      ]),
    ),
  ).toBe("b");
});

import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { slaPolicies, ticketClocks } from "@/db/schema/sla";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { newId } from "../platform/ids";
import { readRules, saveRules } from "../rule";
import {
  orderPolicies,
  removeCalendar,
  removePolicy,
  restorePolicy,
  saveCalendar,
  savePolicy,
  tryCalendar,
} from "../sla";
import { addMessage, setPriority, setStatus } from "../ticket";
import { keepClocks } from "./keep-clock";
import { routeTicket } from "./route-ticket";
import { sweepClocks } from "./sweep-clocks";

const MINUTE = 60_000;
const promise = {
  name: "Everybody",
  enabled: true,
  conditions: [],
  calendarId: null,
  firstMinutes: 60,
  nextMinutes: 120,
  resolutionMinutes: 600,
};

let ctx: TestContext;
let job: TestContext;

beforeEach(async () => {
  ctx = await makeContext({ role: "admin" });
  job = await as(ctx, { actor: { type: "job", name: "test" } });
});

const clockOf = async (ticketId: string) => {
  const rows = await ctx.db.select().from(ticketClocks).where(eq(ticketClocks.ticketId, ticketId));
  return rows[0];
};
const told = async (ticketId: string) =>
  (await ctx.db.select().from(events).where(eq(events.ticketId, ticketId)).orderBy(events.seq))
    .filter(({ type }) => type.startsWith("sla."))
    .map(({ type, payload }) => `${type} ${payload.target}`);
const plus = (at: Date | null, minutes: number) =>
  new Date((at?.getTime() ?? Number.NaN) + minutes * MINUTE);
const say = (ticketId: string, author: "customer" | "agent") =>
  addMessage(ctx, { ticketId, author, public: true, text: "Hello", createdAt: ctx.now() });

describe("a policy that a rule names", () => {
  const named = async (sla: string) => {
    const { rules, version } = await readRules(ctx);
    const rule = {
      id: newId(),
      name: "VIP",
      enabled: true,
      conditions: [],
      actions: { sla, tags: [], priorityEvenIfLower: false },
      onMatch: "continue" as const,
    };
    await saveRules(ctx, { rules: [rule, ...rules], baseVersion: version, comment: "" });
    await savePolicy(ctx, promise);
    const never = [{ field: "tag" as const, is: "nobody has it" }];
    await savePolicy(ctx, { ...promise, name: "Gold", firstMinutes: 5, conditions: never });
    const { ticket, message } = await makeTicket(ctx);
    await routeTicket.run(job, { ticketId: ticket.id, messageId: message.id });
    await runJobs(ctx);
    return clockOf(ticket.id);
  };

  test("holds whatever its own conditions ask", async () => {
    expect(await named("Gold")).toMatchObject({ because: 'rule "VIP" sets it' });
  });

  test("that is gone leaves the choice to the policies", async () => {
    expect(await named("Silver")).toMatchObject({ because: "it holds for every ticket" });
  });
});

describe("a clock", () => {
  test("begins with the policy, pauses with a reply, goes on, and ends with the ticket", async () => {
    const { ticket } = await makeTicket(ctx);
    await savePolicy(ctx, promise);
    await runJobs(ctx);
    const begun = await clockOf(ticket.id);
    expect(begun).toMatchObject({
      because: "it holds for every ticket",
      target: "first",
      dueAt: plus(ticket.waitingSince, 60),
    });

    ctx.advance(30 * MINUTE);
    const { createdAt } = await say(ticket.id, "agent");
    await sweepClocks.run(job, {});
    const paused = await clockOf(ticket.id);
    expect(paused).toMatchObject({ target: null, dueAt: null, waitingSince: null });
    expect(paused?.updatedAt).toEqual(createdAt);
    expect(Math.round((paused?.waitedSeconds ?? 0) / 60)).toBe(30);

    ctx.advance(300 * MINUTE);
    const { createdAt: again } = await say(ticket.id, "customer");
    await sweepClocks.run(job, {});
    await keepClocks.run(job, {});
    expect(await clockOf(ticket.id)).toMatchObject({ target: "next", dueAt: plus(again, 120) });

    await setStatus(ctx, { ticketId: ticket.id, status: "resolved" });
    await runJobs(ctx);
    expect(await clockOf(ticket.id)).toMatchObject({ target: null, dueAt: null });
  });

  test("warns once and tells once when it is missed", async () => {
    await savePolicy(ctx, promise);
    const { ticket } = await makeTicket(ctx);
    await keepClocks.run(job, {});
    const sweep = () => sweepClocks.run(job, {});
    expect(await sweep()).toBe("set right 0, told 0");
    ctx.advance(46 * MINUTE);
    expect(await sweep()).toBe("set right 0, told 1");
    expect(await sweep()).toBe("set right 0, told 0");
    ctx.advance(15 * MINUTE);
    await Promise.all([sweep(), sweep()]);
    await sweep();
    ctx.advance(600 * MINUTE);
    await sweep();
    expect(await told(ticket.id)).toEqual([
      "sla.warned first",
      "sla.breached first",
      "sla.breached resolution",
    ]);
    expect((await clockOf(ticket.id))?.breachedAt).not.toBeNull();
  });

  test("tells of a target that was missed before the sweep came by", async () => {
    await savePolicy(ctx, promise);
    const { ticket } = await makeTicket(ctx);
    await keepClocks.run(job, {});
    ctx.advance(61 * MINUTE);
    await say(ticket.id, "agent");
    await sweepClocks.run(job, {});
    expect(await told(ticket.id)).toEqual(["sla.breached first"]);
  });

  test("of a promise that is made too late is quiet", async () => {
    const { ticket } = await makeTicket(ctx);
    ctx.advance(90 * MINUTE);
    await savePolicy(ctx, promise);
    await runJobs(ctx);
    await sweepClocks.run(job, {});
    expect(await clockOf(ticket.id)).toMatchObject({ breachedAt: expect.any(Date) });
    expect(await told(ticket.id)).toEqual([]);
  });

  test("follows the first policy that matches the ticket as it is now", async () => {
    const urgent = { field: "priority" as const, is: "urgent" as const };
    const first = await savePolicy(ctx, {
      ...promise,
      name: "Urgent",
      conditions: [urgent],
      firstMinutes: 15,
    });
    const second = await savePolicy(ctx, promise);
    const { ticket } = await makeTicket(ctx);
    await runJobs(ctx);
    expect((await clockOf(ticket.id))?.policyId).toBe(second.policyId);
    await setPriority(ctx, { ticketId: ticket.id, priority: "urgent" });
    await runJobs(ctx);
    expect(await clockOf(ticket.id)).toMatchObject({
      policyId: first.policyId,
      because: "priority is urgent",
      dueAt: plus(ticket.waitingSince, 15),
    });
    await orderPolicies(ctx, { policyIds: [second.policyId, first.policyId] });
    await runJobs(ctx);
    expect((await clockOf(ticket.id))?.policyId).toBe(second.policyId);
    await removePolicy(ctx, second);
    await removePolicy(ctx, first);
    await runJobs(ctx);
    expect(await clockOf(ticket.id)).toBeUndefined();
    await restorePolicy(ctx, first);
    await runJobs(ctx);
    expect((await clockOf(ticket.id))?.policyId).toBe(first.policyId);
  });
});

const office = {
  name: "Office",
  timeZone: "Europe/Berlin",
  hours: [{ day: 1, from: "09:00", to: "17:00" }],
  holidays: [],
};

describe("policies and calendars", () => {
  test("are refused where they make no sense", async () => {
    const { calendarId } = await saveCalendar(ctx, office);
    await savePolicy(ctx, { ...promise, calendarId });
    await expect(removeCalendar(ctx, { calendarId })).rejects.toMatchObject({ code: "conflict" });
    await expect(saveCalendar(ctx, { ...office, name: "OFFICE" })).rejects.toMatchObject({
      code: "conflict",
    });
    const never = { ...office, name: "Never", hours: [] };
    await expect(saveCalendar(ctx, never)).rejects.toMatchObject({ code: "invalid" });
    const nowhere = { ...office, name: "Nowhere", timeZone: "Mars/Base" };
    await expect(saveCalendar(ctx, nowhere)).rejects.toMatchObject({ code: "invalid" });
    const nothing = { firstMinutes: null, nextMinutes: null, resolutionMinutes: null };
    await expect(savePolicy(ctx, { ...promise, ...nothing })).rejects.toMatchObject({
      code: "invalid",
    });
    const other = "019a0000-0000-7000-8000-000000000001";
    await expect(savePolicy(ctx, { ...promise, calendarId: other })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(orderPolicies(ctx, { policyIds: [] })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("are for admins and the area of rules; nothing changes for others", async () => {
    for (const role of ["agent", "reviewer"] as const) {
      const other = await as(ctx, { role });
      const tries = [
        () => savePolicy(other, promise),
        () => saveCalendar(other, office),
        () => tryCalendar(other, office),
        () => orderPolicies(other, { policyIds: [] }),
      ];
      for (const one of tries) await expect(one()).rejects.toMatchObject({ code: "forbidden" });
    }
    expect(await ctx.db.select().from(slaPolicies)).toEqual([]);
  });
});

import { beforeEach, expect, test } from "vitest";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { readSla } from "../inbox";
import { toPublicId } from "../platform/ids";
import { saveCalendar, savePolicy } from "../sla";
import { addMessage, setStatus } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";
import { forecastPolicies, readSlaSettings } from "./read-sla";

const MINUTE = 60_000;
const promise = {
  name: "Everybody",
  enabled: true,
  conditions: [],
  calendarId: null,
  firstMinutes: 120,
  nextMinutes: 240,
  resolutionMinutes: null,
};
const vip = {
  ...promise,
  name: "VIP",
  conditions: [
    { field: "tier" as const, is: "enterprise" },
    { field: "priority" as const, is: "normal" as const },
  ],
  firstMinutes: 30,
};

let ctx: TestContext;
beforeEach(async () => {
  ctx = await makeContext({ role: "admin" });
});

test("a forecast counts what each policy would cover, and what of it would be late", async () => {
  const customer = await makeCustomer(ctx, { tier: "enterprise" });
  await makeTicket(ctx, { customer });
  await makeTicket(ctx);
  const over = await makeTicket(ctx);
  await setStatus(ctx, { ticketId: over.ticket.id, status: "resolved" });
  const policies = [
    { ...vip, id: "first" },
    { ...promise, id: "second" },
  ];
  const ask = () => forecastPolicies(ctx, { policies });
  expect(await ask()).toEqual({
    policies: {
      first: { covers: 1, late: 0, soon: 1 },
      second: { covers: 1, late: 0, soon: 0 },
    },
    without: 0,
    looked: 2,
    more: false,
  });
  ctx.advance(61 * MINUTE);
  expect((await ask()).policies).toEqual({
    first: { covers: 1, late: 1, soon: 0 },
    second: { covers: 1, late: 0, soon: 1 },
  });
});

test("the page tells policies in words, and calendars with what uses them", async () => {
  const { calendarId } = await saveCalendar(ctx, {
    name: "Always",
    timeZone: "Europe/Berlin",
    hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: "00:00", to: "24:00" })),
    holidays: [],
  });
  await savePolicy(ctx, { ...vip, calendarId });
  const { policies, calendars } = await readSlaSettings(ctx);
  expect(policies).toMatchObject([{ words: "plan is enterprise and priority is normal" }]);
  expect(calendars).toMatchObject([{ now: { open: true }, policies: ["VIP"] }]);
  for (const role of ["agent", "reviewer"] as const) {
    const other = await as(ctx, { role });
    await expect(readSlaSettings(other)).rejects.toMatchObject({ code: "forbidden" });
    await expect(forecastPolicies(other, { policies: [] })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
});

test("agents see what is promised for a ticket, and what would be if the customer wrote", async () => {
  await savePolicy(ctx, promise);
  const agent = await as(ctx, { role: "agent" });
  const { ticket } = await makeTicket(ctx);
  const id = toPublicId(TICKET_PREFIX, ticket.id);
  expect(await readSla(agent, { id })).toEqual({ clock: null });
  await setStatus(ctx, { ticketId: ticket.id, status: "in_progress" });
  await runJobs(ctx);
  expect((await readSla(agent, { id })).clock).toMatchObject({
    policy: "Everybody",
    because: "it holds for every ticket",
    calendar: null,
    paused: null,
    targets: [{ target: "first", minutes: 120, late: false, opensAt: null }],
  });
  const reply = { ticketId: ticket.id, author: "agent" as const, public: true, text: "Hello" };
  await addMessage(ctx, { ...reply, createdAt: ctx.now() });
  await setStatus(ctx, { ticketId: ticket.id, status: "pending_customer" });
  await runJobs(ctx);
  expect((await readSla(agent, { id })).clock).toMatchObject({
    paused: "customer",
    targets: [{ target: "next", minutes: 240, late: false }],
  });
  const stranger = await as(ctx, { connection: ["ingest"] });
  await expect(readSla(stranger, { id })).rejects.toMatchObject({ code: "forbidden" });
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answerUses } from "@/db/schema/knowledge";
import { messages, tickets } from "@/db/schema/ticket";
import type { TestContext } from "@/db/testing/context";
import { ask, desk, received, say, state } from "@/db/testing/drafting";
import { asked, ledger, reply } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { recordEvent } from "../event";
import { transaction } from "../platform/context";
import { undoSignal } from "./undo-signal";

const DAY = 86_400_000; // ms
const ANSWER = "Open Holidays and remove the second calendar, then run it again.";
const PROBLEM = "The tax report counts public holidays twice since Monday.";

async function resolved(ctx: TestContext) {
  const made = await asked(ctx, PROBLEM, { account: "a", subject: "Tax report" });
  await reply(ctx, made.id, ANSWER);
  return made;
}

async function escalate(ctx: TestContext, ticketId: string) {
  await ctx.db
    .update(tickets)
    .set({ escalationReason: "The customer asked for a person." })
    .where(eq(tickets.id, ticketId));
  await transaction(ctx, (tx) =>
    recordEvent(tx, "ticket.context_added", { ticketId, turns: 0, tools: [], escalated: true }),
  );
  await runJobs(ctx);
}

const taught = async (ctx: TestContext) =>
  (await ledger(ctx)).filter(({ kind }) => !["article", "taken_over", "undone"].includes(kind));
const useOf = async (ctx: TestContext, ticketId: string) =>
  (await ctx.db.select().from(answerUses).where(eq(answerUses.ticketId, ticketId)))[0];

describe("a conversation that is handed over after our reply", () => {
  test("refuses what was answered last, once, and says why", async () => {
    const ctx = await desk();
    const { id } = await resolved(ctx);
    await escalate(ctx, id);
    await escalate(ctx, id);

    const rows = await taught(ctx);
    expect(rows.map(({ kind }) => kind)).toEqual(["answered", "escalated"]);
    expect(rows[1]).toMatchObject({
      ticketId: id,
      payload: {
        because: "The customer asked for a person.",
        path: { answers: [{ helped: false }] },
      },
      learned: [{ type: "refused", wasAccepted: false }],
    });
    expect((await useOf(ctx, id))?.outcome).toBe("reopened");
  });

  test("is only told of when the customer's writing again has refused it", async () => {
    const ctx = await desk();
    const { id } = await resolved(ctx);
    ctx.advance(DAY);
    const again = await say(ctx, id, { author: "customer", text: "It still counts them twice." });
    await ctx.jobs.send(ctx.db, "learn.customer-wrote", { messageId: again.id, outcome: "joined" });
    await runJobs(ctx);
    await escalate(ctx, id);

    const rows = await taught(ctx);
    expect(rows.map(({ kind }) => kind)).toEqual(["answered", "reopened", "escalated"]);
    expect(rows[2]?.learned).toEqual([]);
  });

  test("teaches nothing where nothing had been answered", async () => {
    const ctx = await desk();
    const { id } = await asked(ctx, PROBLEM);
    await escalate(ctx, id);
    expect(await taught(ctx)).toEqual([]);
  });

  test("taken back, the reply has no outcome again", async () => {
    const ctx = await desk();
    const { id } = await resolved(ctx);
    await escalate(ctx, id);
    const row = (await taught(ctx)).find(({ kind }) => kind === "escalated");
    await undoSignal(ctx, { signalId: row?.id ?? "" });
    expect((await useOf(ctx, id))?.outcome).toBeNull();
  });
});

describe("the same customer, a new ticket", () => {
  async function askAgain(ctx: TestContext, customer: { id: string; email: string }, body: string) {
    const made = await ask(ctx, { customer, subject: "Tax report", body });
    await received(ctx, made.ticket.id, made.message.id);
    await runJobs(ctx);
    return made;
  }

  test("about the same within a week counts as re-opened", async () => {
    const ctx = await desk();
    const { id, customer } = await resolved(ctx);
    ctx.advance(2 * DAY);
    const again = await askAgain(
      ctx,
      customer,
      "Public holidays are counted twice again in the tax report, since Monday.",
    );

    const row = (await taught(ctx)).find(({ kind }) => kind === "reopened");
    expect(row).toMatchObject({
      ticketId: id,
      payload: { because: `asked again in #${again.ticket.number}`, again: again.ticket.id },
      learned: [{ type: "refused" }],
    });
    expect((await taught(ctx)).filter(({ kind }) => kind === "reopened")).toHaveLength(1);
  });

  test.each([
    ["about something else", 2, "How do I add a colleague to my account as a guest?"],
    ["after more than a week", 9, PROBLEM],
  ])("%s counts as nothing", async (_, days, body) => {
    const ctx = await desk();
    const { customer } = await resolved(ctx);
    ctx.advance(days * DAY);
    await askAgain(ctx, customer, body);
    expect((await taught(ctx)).map(({ kind }) => kind)).not.toContain("reopened");
  });

  test("somebody else with the same problem counts as nothing", async () => {
    const ctx = await desk();
    await resolved(ctx);
    await asked(ctx, PROBLEM, { account: "b", subject: "Tax report" });
    expect((await taught(ctx)).map(({ kind }) => kind)).not.toContain("reopened");
  });
});

test("a resolution keeps the path that led to it, and how the customer felt on it", async () => {
  const ctx = await desk();
  const body = `${PROBLEM} I already tried to reload the report. This is terrible, I am angry.`;
  const { id } = await asked(ctx, body, { account: "a", subject: "Tax report" });
  await ctx.db
    .update(tickets)
    .set({ toolsUsed: ["lookup"] })
    .where(eq(tickets.id, id));
  await reply(ctx, id, "Open Reports and choose Run again, please, with one calendar only.");
  ctx.advance(DAY);
  const no = await say(ctx, id, { author: "customer", text: "No, it still counts them twice." });
  await ctx.db.update(messages).set({ sentiment: -0.9 }).where(eq(messages.id, no.id));
  await ctx.jobs.send(ctx.db, "learn.customer-wrote", { messageId: no.id, outcome: "joined" });
  await runJobs(ctx);
  await reply(ctx, id, ANSWER);
  const yes = await say(ctx, id, { author: "customer", text: "Thanks, that works!" });
  await ctx.jobs.send(ctx.db, "learn.confirmed", { messageId: yes.id });
  await runJobs(ctx);

  const rows = await taught(ctx);
  const row = rows.find(({ kind }) => kind === "confirmed");
  expect(row?.payload.path).toMatchObject({
    answers: [
      { helped: false, byPerson: true },
      { helped: true, byPerson: true },
    ],
    tools: ["lookup"],
  });
  expect(JSON.stringify(row?.payload.path)).toMatch(/reload/);
  expect(rows.find(({ kind }) => kind === "reopened")?.payload.mood).toMatchObject({ after: -0.9 });
  expect((await state(ctx, id)).ticket?.toolsUsed).toEqual(["lookup"]);
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { attempts } from "@/db/schema/resolve";
import { messages } from "@/db/schema/ticket";
import { as, onPostgres, type TestContext } from "@/db/testing/context";
import { ask, desk, liftCaps, QUESTION, received, say, state } from "@/db/testing/drafting";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { switchCustomerAi } from "../customer";
import { setSetting, writeSetting } from "../desk";
import { switchTeamAi, teamFor } from "../person";
import { transaction } from "../platform/context";
import { moveTicket, noteWriting } from "../ticket";
import { draft, draftReply } from "./draft-reply";
import { priorEvidence } from "./evidence";
import type { Routed } from "./work";

/** A desk that sends whatever it drafts, unless a guard forbids it. */
async function boldDesk(): Promise<TestContext> {
  const ctx = await desk();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "ai.bands", { send: 0.01, flag: 0.005 }, ctx.now());
  return ctx;
}

/** A ticket that routing has handed to drafting, whose job waits in the queue. */
async function routed(ctx: TestContext, input: Parameters<typeof makeTicket>[1] = {}) {
  const team = await teamFor(ctx.db, "Support Tier 2");
  const set = { teamId: team?.id ?? null, ...input.set };
  const made = await makeTicket(ctx, { ...QUESTION, status: "in_progress", ...input, set });
  const job: Routed = {
    ticketId: made.ticket.id,
    messageId: made.message.id,
    intents: [{ intent: "usage_help", score: 0.75 }],
    category: "technical",
    aiMayAnswer: true,
    language: "en",
  };
  return { ...made, job, teamId: team?.id ?? "" };
}

const reasonOf = async (ctx: TestContext, ticketId: string) =>
  (await state(ctx, ticketId)).last?.decisionReason;

describe("stopping the AI holds what routing has queued already", () => {
  test.each<
    [
      string,
      RegExp,
      (ctx: TestContext, made: Awaited<ReturnType<typeof routed>>) => Promise<unknown>,
    ]
  >([
    ["desk", /stopped on this desk/, (ctx) => setSetting(ctx, { name: "ai.stopped", value: true })],
    [
      "team",
      /stopped for this team/,
      (ctx, { teamId }) => switchTeamAi(ctx, { teamId, stopped: true }),
    ],
    [
      "customer",
      /stopped for this customer/,
      (ctx, { customer }) => switchCustomerAi(ctx, { customerId: customer.id, stopped: true }),
    ],
  ])("%s", async (_, reason, stop) => {
    const ctx = await boldDesk();
    const made = await routed(ctx);
    await stop(ctx, made);

    await draft(ctx, made.job, priorEvidence);

    expect(await state(ctx, made.ticket.id)).toMatchObject({
      ticket: { status: "pending_customer" },
      last: { decision: "held", decisionReason: expect.stringMatching(reason) },
    });
  });

  test("another team and another customer are not meant", async () => {
    const ctx = await boldDesk();
    const other = await teamFor(ctx.db, "Security");
    await switchTeamAi(ctx, { teamId: other?.id ?? "", stopped: true });
    await switchCustomerAi(ctx, { customerId: (await makeCustomer(ctx)).id, stopped: true });
    const made = await routed(ctx);
    await draft(ctx, made.job, priorEvidence);
    expect((await state(ctx, made.ticket.id)).last?.decision).toBe("sent");
  });
});

test("an AI that was let on again answers, also what was routed while it was stopped", async () => {
  const ctx = await boldDesk();
  const { ticket, job } = await routed(ctx);
  const aiMayNotBecause = ["the AI is stopped for this team"];
  await draft(ctx, { ...job, aiMayAnswer: false, aiMayNotBecause }, priorEvidence);
  expect((await state(ctx, ticket.id)).last?.decision).toBe("sent");

  const other = await routed(ctx);
  await draft(ctx, { ...other.job, aiMayAnswer: false }, priorEvidence);
  expect(await reasonOf(ctx, other.ticket.id)).toMatch(/a rule leaves it to people/);
});

describe("never answered automatically", () => {
  test("while a person is writing a reply", async () => {
    const ctx = await boldDesk();
    const { ticket, job } = await routed(ctx);
    await noteWriting(await as(ctx, { role: "agent" }), { ticketId: ticket.id, writing: true });
    await draft(ctx, job, priorEvidence);
    expect(await reasonOf(ctx, ticket.id)).toMatch(/a person is writing a reply/);
  });

  test("our own address", async () => {
    const ctx = await boldDesk();
    const from = { name: "Desk", address: "Help@Example.org" };
    await setSetting(ctx, { name: "mail.from", value: from });
    const customer = await makeCustomer(ctx, { email: "help@example.org" });
    const made = await routed(ctx, { customer });
    await draft(ctx, made.job, priorEvidence);
    expect(await reasonOf(ctx, made.ticket.id)).toMatch(/our own address help@example.org/);
  });

  test("a machine that answers our answers, after two turns", async () => {
    const ctx = await boldDesk();
    const { ticket } = await ask(ctx);
    await runJobs(ctx);
    for (let turn = 1; turn <= 2; turn++) {
      ctx.advance(3000);
      const { id } = await say(ctx, ticket.id, {
        author: "customer",
        text: `How do I export the time entries as CSV? Copy ${turn}`,
      });
      const again = {
        ticketId: ticket.id,
        to: "open",
        mover: "customer",
        because: "again",
      } as const;
      await transaction(ctx, (tx) => moveTicket(tx, again));
      await received(ctx, ticket.id, id);
      await runJobs(ctx);
    }

    const { attempts: all } = await state(ctx, ticket.id);
    expect(all.map(({ decision }) => decision)).toEqual(["sent", "sent", "held"]);
    // What was answered before is known to have been no solution.
    expect(all.map(({ outcome }) => outcome)).toEqual(["reopened", "reopened", null]);
    expect(all[2]?.decisionReason).toMatch(/two machines have had 2 turns/);
  });

  test("the sixth reply to a customer within an hour, in whatever ticket", async () => {
    const ctx = await boldDesk();
    const customer = await makeCustomer(ctx);
    for (let ticket = 0; ticket < 6; ticket++) await ask(ctx, { ...QUESTION, customer });
    await runJobs(ctx);
    const all = await ctx.db.select().from(attempts).orderBy(attempts.createdAt);
    expect(all.filter(({ decision }) => decision === "sent")).toHaveLength(5);
    expect(all.filter(({ decision }) => decision === "held")).toMatchObject([
      { decisionReason: expect.stringContaining("5 automatic replies to this customer") },
    ]);

    ctx.advance(3_600_001);
    const later = await ask(ctx, { ...QUESTION, customer });
    await runJobs(ctx);
    expect((await state(ctx, later.ticket.id)).last?.decision).toBe("sent");
  });

  test.skipIf(!onPostgres)("also when two tickets of a customer are decided at once", async () => {
    const ctx = await boldDesk();
    const customer = await makeCustomer(ctx);
    const made = await Promise.all(Array.from({ length: 8 }, () => routed(ctx, { customer })));

    await Promise.all(made.map(({ job }) => draftReply.run(ctx, job)));

    const replies = await ctx.db.select().from(messages).where(eq(messages.author, "ai"));
    expect(replies).toHaveLength(5);
    const held = await ctx.db.select().from(attempts).where(eq(attempts.decision, "held"));
    expect(held).toHaveLength(3);
  });

  test.skipIf(!onPostgres)("and one message gets one draft from many equal jobs", async () => {
    const ctx = await boldDesk();
    const { job, ticket } = await routed(ctx);

    const said = await Promise.all(Array.from({ length: 6 }, () => draftReply.run(ctx, job)));

    expect(said.filter((outcome) => outcome.startsWith("sent"))).toHaveLength(1);
    const { attempts: all, types } = await state(ctx, ticket.id);
    expect(all).toHaveLength(1);
    expect(types.filter((type) => type === "reply.approved")).toHaveLength(1);
  });
});

describe("bands", () => {
  test("of the ticket's category and channel decide, and are kept with the draft", async () => {
    const ctx = await boldDesk();
    const strict = { category: "technical", channel: "email" as const, send: 1, flag: 1 };
    await setSetting(ctx, { name: "ai.bandOverrides", value: [strict] });
    const one = await routed(ctx, { set: { category: "technical" } });
    const other = await routed(ctx, { set: { category: "technical" }, channel: "chat" });
    await draft(ctx, one.job, priorEvidence);
    await draft(ctx, other.job, priorEvidence);

    expect((await state(ctx, one.ticket.id)).last).toMatchObject({
      decision: "held",
      snapshot: { bands: { send: 1, flag: 1 }, blocks: [], caps: { lifted: true } },
    });
    expect((await state(ctx, other.ticket.id)).last).toMatchObject({
      decision: "sent",
      snapshot: { bands: { send: 0.01, flag: 0.005 } },
    });
  });

  test("are no business of agents", async () => {
    const ctx = await boldDesk();
    const agent = await as(ctx, { role: "agent" });
    await expect(setSetting(agent, { name: "ai.bandOverrides", value: [] })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

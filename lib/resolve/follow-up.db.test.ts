import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { ask, desk, EXPORT, liftCaps, QUESTION, received, say, state } from "@/db/testing/drafting";
import { runJobs } from "@/db/testing/run-jobs";
import { setSetting, writeSetting } from "../desk";
import { saveArticle } from "../knowledge";
import { assignTicket, noteWriting } from "../ticket";
import { heldAttempt } from "./follow-up-store";
import { rejectDraft } from "./reject-draft";
import { replyToTicket } from "./reply-by-person";
import { sweep } from "./sweep";
import { takeUp } from "./take-up";

const HOUR = 3_600_000; // ms
const BANANAS = {
  subject: "Ripe bananas",
  body: "Do bananas ripen faster when I store bananas beside apples in a bowl?",
};
const ANSWER = {
  title: "Ripe bananas: do bananas ripen faster beside apples?",
  body: "Bananas ripen faster when you store bananas beside apples in a bowl. Put bananas apart from apples to keep them.",
};

/** A held ticket whose question no article answers. */
async function heldTicket(ctx: TestContext) {
  const made = await ask(ctx, BANANAS);
  await runJobs(ctx);
  return made;
}

async function tick(ctx: TestContext, hours: number) {
  ctx.advance(hours * HOUR + 1);
  await sweep.run(ctx, {});
  // What has been learned meanwhile is told by jobs of its own.
  return (await runJobs(ctx)).filter(({ name }) => name.startsWith("resolve."));
}

const takenUp = (types: string[]) => types.filter((type) => type === "ticket.taken_up").length;
const nextTryOf = async (ctx: TestContext, id: string) =>
  (await state(ctx, id)).ticket?.nextTryAt ?? null;

describe("the follow-up cycle", () => {
  test("tries three times, a day apart, and then leaves the ticket to people", async () => {
    const ctx = await desk();
    const { ticket } = await heldTicket(ctx);
    const due = await nextTryOf(ctx, ticket.id);
    expect(due && due.getTime() - ctx.now().getTime()).toBeGreaterThan(23.9 * HOUR);

    expect(await tick(ctx, 23)).toEqual([]);
    expect(await tick(ctx, 1)).toMatchObject([{ outcome: "kept: nothing new" }]);
    await tick(ctx, 24);
    expect(await nextTryOf(ctx, ticket.id)).not.toBeNull();
    await tick(ctx, 24);
    const last = await state(ctx, ticket.id);
    expect(last.ticket).toMatchObject({ status: "pending_customer", nextTryAt: null });
    expect(last.attempts).toMatchObject([{ round: 4, reviewState: "held", outcome: null }]);
    expect(takenUp(last.types)).toBe(3);

    expect(await tick(ctx, 48)).toEqual([]);
    expect(takenUp((await state(ctx, ticket.id)).types)).toBe(3);
  });

  test("replaces the draft when it would be another one", async () => {
    const ctx = await desk();
    const { ticket, message } = await heldTicket(ctx);
    await saveArticle(ctx, ANSWER);
    await ctx.db.execute("delete from pgboss.job"); // only the clock is to find it

    await tick(ctx, 24);

    const now = await state(ctx, ticket.id);
    expect(now.attempts).toMatchObject([
      { round: 1, reviewState: "none", outcome: "taken up again", draft: null },
      { round: 2, reviewState: "held", outcome: null, answersMessageId: message.id },
    ]);
    expect(now.last?.draft).toContain("Bananas ripen faster");
    // A day old by now: people look at it first.
    expect(now.last?.decisionReason).toMatch(/older than 24 hours/);
    expect(now.ticket).toMatchObject({ status: "pending_customer" });
    expect(now.ticket?.nextTryAt).not.toBeNull();
    expect(now.types.slice(-4)).toEqual([
      "ticket.status_changed",
      "ticket.taken_up",
      "draft.proposed",
      "ticket.status_changed",
    ]);
  });

  test("is a setting, and none by 0 tries", async () => {
    const ctx = await desk();
    await setSetting(ctx, { name: "ai.followUp", value: { tries: 0, hours: 1 } });
    const { ticket } = await heldTicket(ctx);
    expect(await nextTryOf(ctx, ticket.id)).toBeNull();
    const agent = await as(ctx, { role: "agent" });
    await expect(
      setSetting(agent, { name: "ai.followUp", value: { tries: 9, hours: 1 } }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });

  test("is not begun for what was sent", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.01, flag: 0.005 }, ctx.now());
    const { ticket } = await ask(ctx, QUESTION);
    await runJobs(ctx);
    expect(await nextTryOf(ctx, ticket.id)).toBeNull();
  });

  test("waits until a snooze is over", async () => {
    const ctx = await desk();
    const { ticket } = await heldTicket(ctx);
    const until = new Date(ctx.now().getTime() + 60 * HOUR);
    await ctx.db.update(tickets).set({ snoozedUntil: until }).where(eq(tickets.id, ticket.id));
    expect(await tick(ctx, 24)).toMatchObject([{ outcome: "later: it is snoozed" }]);
    expect(await nextTryOf(ctx, ticket.id)).toEqual(until);
  });

  test("does not change a draft under the hands of somebody who writes", async () => {
    const ctx = await desk();
    const { ticket } = await heldTicket(ctx);
    ctx.advance(24 * HOUR + 1);
    await noteWriting(ctx, { ticketId: ticket.id, writing: true });
    expect(await tick(ctx, 0)).toMatchObject([{ outcome: "later: a person is writing a reply" }]);
    expect(await tick(ctx, 1)).toMatchObject([{ outcome: "kept: nothing new" }]);
  });

  test.each<[string, (ctx: TestContext, ticketId: string) => Promise<unknown>]>([
    [
      "is assigned to a person",
      async (ctx, ticketId) => {
        const personId = ctx.actor.type === "person" ? ctx.actor.personId : null;
        await assignTicket(ctx, { ticketId, personId });
      },
    ],
    [
      "a person has answered",
      (ctx, ticketId) =>
        replyToTicket(ctx, { ticketId, text: "Yes.", thenStatus: "pending_customer" }),
    ],
    [
      "was rejected",
      async (ctx, ticketId) => {
        const held = await heldAttempt(ctx.db, ticketId);
        const attemptId = held?.id ?? "";
        await rejectDraft(ctx, { attemptId, reason: "wrong_answer", note: "" });
        expect(await nextTryOf(ctx, ticketId)).toBeNull();
      },
    ],
    [
      "the customer has continued",
      (ctx, ticketId) => say(ctx, ticketId, { author: "customer", text: "And pears?" }),
    ],
  ])("leaves a ticket alone that %s", async (_, touch) => {
    const ctx = await desk();
    const { ticket } = await heldTicket(ctx);
    const held = await heldAttempt(ctx.db, ticket.id);
    await touch(ctx, ticket.id);
    ctx.advance(60_000); // the time to undo a reply
    await runJobs(ctx);
    const before = await state(ctx, ticket.id);

    await saveArticle(ctx, ANSWER);
    await tick(ctx, 24);
    // Nor when the job was under way already.
    const input = { ticketId: ticket.id, attemptId: held?.id ?? "", round: 1 };
    const said = await takeUp.run(ctx, { ...input, because: "test", cause: "clock" });
    expect(said).toMatch(/^skipped/);

    const after = await state(ctx, ticket.id);
    expect(after.attempts).toEqual(before.attempts);
    expect(after.types).toEqual(before.types);
  });

  test("is safe to repeat: the same job twice is one try", async () => {
    const ctx = await desk();
    const { ticket } = await heldTicket(ctx);
    const held = await heldAttempt(ctx.db, ticket.id);
    const input = { ticketId: ticket.id, attemptId: held?.id ?? "", round: 1, because: "test" };
    expect(await takeUp.run(ctx, { ...input, cause: "clock" })).toMatch(/^kept/);
    expect(await takeUp.run(ctx, { ...input, cause: "clock" })).toMatch(/^skipped/);
    expect((await state(ctx, ticket.id)).attempts).toMatchObject([{ round: 2 }]);
  });

  test.skipIf(!onPostgres)("two sweeps and two jobs at once are one try", async () => {
    const ctx = await desk();
    const { ticket } = await heldTicket(ctx);
    const held = await heldAttempt(ctx.db, ticket.id);
    await saveArticle(ctx, ANSWER);
    await ctx.db.execute("delete from pgboss.job");
    ctx.advance(24 * HOUR + 1);

    const sweeps = await Promise.all([sweep.run(ctx, {}), sweep.run(ctx, {})]);
    expect(sweeps.filter((outcome) => outcome.startsWith("1 of 1"))).toHaveLength(1);
    const input = { ticketId: ticket.id, attemptId: held?.id ?? "", round: 1, because: "test" };
    await Promise.all([1, 2, 3].map(() => takeUp.run(ctx, { ...input, cause: "clock" })));
    await runJobs(ctx);

    const now = await state(ctx, ticket.id);
    expect(now.attempts.map(({ round }) => round)).toEqual([1, 2]);
    expect(takenUp(now.types)).toBe(1);
  });
});

describe("new knowledge", () => {
  test("takes a held ticket up at once, and may answer it", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.3, flag: 0.2 }, ctx.now());
    const { ticket } = await heldTicket(ctx);
    ctx.advance(HOUR);

    await saveArticle(ctx, ANSWER);
    await runJobs(ctx);

    const now = await state(ctx, ticket.id);
    expect(now.attempts).toMatchObject([
      { round: 1, decision: "held", outcome: "taken up again" },
      { round: 2, decision: "sent", outcome: "delivered" },
    ]);
    expect(now.ticket).toMatchObject({ status: "resolved", nextTryAt: null });
  });

  test("that is about something else changes nothing", async () => {
    const ctx = await desk();
    const { ticket } = await heldTicket(ctx);
    const before = await state(ctx, ticket.id);
    await saveArticle(ctx, {
      title: "Change the time zone",
      body: "Open Settings and choose one.",
    });
    const runs = await runJobs(ctx);
    expect(runs.map(({ name }) => name)).not.toContain("resolve.take-up");
    expect((await state(ctx, ticket.id)).types).toEqual(before.types);
  });

  test("that is no better than what the draft rests on changes nothing", async () => {
    const ctx = await desk();
    await ask(ctx, QUESTION);
    await runJobs(ctx);
    const [held] = await ctx.db.select().from(attempts);
    const articleId = held?.sources[0]?.articleId ?? "";
    await saveArticle(ctx, { articleId, ...EXPORT });
    const runs = await runJobs(ctx);
    expect(runs.map(({ name }) => name)).not.toContain("resolve.take-up");
  });

  test("that takes back what the draft rests on makes a fresh draft", async () => {
    const ctx = await desk();
    const { ticket } = await ask(ctx, QUESTION);
    await runJobs(ctx);
    const [held] = await ctx.db.select().from(attempts);
    const articleId = held?.sources[0]?.articleId ?? "";
    const body = EXPORT.body.replace("Choose Export, then CSV", "Choose Download, then CSV");
    await saveArticle(ctx, { articleId, ...EXPORT, body });
    await runJobs(ctx);
    const now = await state(ctx, ticket.id);
    expect(now.attempts.map(({ round, outcome }) => ({ round, outcome }))).toEqual([
      { round: 1, outcome: "taken up again" },
      { round: 2, outcome: null },
    ]);
    expect(now.last?.draft).toContain("Download");
  });

  test("that is a draft of people's, or retired, is none", async () => {
    const ctx = await desk();
    await heldTicket(ctx);
    await saveArticle(ctx, { ...ANSWER, state: "draft" });
    const runs = await runJobs(ctx);
    expect(runs.filter(({ name }) => name.startsWith("resolve."))).toEqual([
      { name: "resolve.on-article", outcome: "skipped: the article is draft" },
    ]);
  });

  test("comes from those who may write articles", async () => {
    const ctx = await makeContext({ role: "agent" });
    await expect(saveArticle(ctx, ANSWER)).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("a chat of several messages and a greeting gets one answer, to all of it", async () => {
  const ctx = await desk();
  const { ticket } = await ask(ctx, { subject: "hi", body: "hi", channel: "chat" });
  for (const text of [QUESTION.body, "As CSV, please.", "hello?"]) {
    ctx.advance(1000);
    const { id } = await say(ctx, ticket.id, { author: "customer", text });
    await received(ctx, ticket.id, id);
  }
  await runJobs(ctx);
  ctx.advance(60_000); // the silence that chats are waited for
  await runJobs(ctx);
  const now = await state(ctx, ticket.id);
  expect(now.attempts).toHaveLength(1);
  expect(now.last?.snapshot.question).toContain(QUESTION.body);
  expect(now.last?.snapshot.question).toContain("As CSV, please.");
});

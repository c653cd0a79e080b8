import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { answerUses } from "@/db/schema/knowledge";
import { attempts } from "@/db/schema/resolve";
import { as, type TestContext } from "@/db/testing/context";
import { ask, desk, EXPORT, QUESTION, received, say, state } from "@/db/testing/drafting";
import { asked, ledger, reply } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { retireArticle } from "../knowledge";
import { deskModel } from "../predictor";
import { approveDraft, rejectDraft } from "../resolve";

const DAY = 86_400_000; // ms

/** A question that an article answers, with its held draft. */
async function held(ctx: TestContext) {
  const { ticket } = await ask(ctx, QUESTION);
  await runJobs(ctx);
  const { last } = await state(ctx, ticket.id);
  if (!last?.draft) throw new Error("no draft");
  return { ticket, attempt: last, draft: last.draft };
}

async function taught(ctx: TestContext) {
  return (await ledger(ctx)).filter(({ kind }) => kind !== "article" && kind !== "taken_over");
}

/** Longer than the time in which a verdict can be taken back, milliseconds. */
const UNDO_TIME = 15_000;

describe("what a person does with a draft", () => {
  test("approving it is an accepted use of its article", async () => {
    const ctx = await desk();
    const { attempt } = await held(ctx);
    await approveDraft(ctx, { attemptId: attempt.id });
    await runJobs(ctx);

    const [row, ...more] = await taught(ctx);
    const article = attempt.sources[0]?.articleId;
    expect(row).toMatchObject({ kind: "approved", subject: `article:${article}` });
    expect(row?.learned.slice(0, 2)).toMatchObject([
      { type: "answered", accepted: true },
      { type: "judged", row: attempt.judgedRow, right: true, weight: 1 },
    ]);
    // What nobody objected to is weak evidence for the labels, too.
    for (const label of row?.learned.slice(2) ?? []) {
      expect(label).toMatchObject({ type: "labelled", insteadOf: null, weight: 0.3 });
    }
    expect(more).toEqual([]);
    const [use] = await ctx.db.select().from(answerUses);
    expect(use).toMatchObject({ articleId: article, accepted: true, byPerson: true });
  });

  test("a small edit is accepted too; another number is another answer", async () => {
    const ctx = await desk();
    const small = await held(ctx);
    await approveDraft(ctx, {
      attemptId: small.attempt.id,
      text: small.draft.replace("we mail you", "we e-mail you"),
    });
    const large = await held(ctx);
    await approveDraft(ctx, {
      attemptId: large.attempt.id,
      text: `${large.draft} It takes 3 hours until then.`,
    });
    await runJobs(ctx);

    const [first, second] = await taught(ctx);
    expect(first).toMatchObject({ kind: "edited", payload: { accepted: true, changed: [] } });
    expect(second).toMatchObject({ kind: "edited", payload: { accepted: false, changed: ["3"] } });
    expect(second?.subject).toMatch(/^answer:/);
  });

  test("rejecting it refuses its article, with the reason", async () => {
    const ctx = await desk();
    const { attempt } = await held(ctx);
    const input = { attemptId: attempt.id, reason: "wrong_answer" as const, note: "old" };
    await rejectDraft(ctx, input);
    ctx.advance(UNDO_TIME); // until then it can be taken back, and teaches nothing
    await runJobs(ctx);

    const [row] = await taught(ctx);
    expect(row).toMatchObject({
      kind: "rejected",
      payload: { reason: "wrong_answer", note: "old" },
    });
    expect(row?.learned).toMatchObject([{ type: "refused" }, { type: "judged", right: false }]);
  });

  test("jobs that run twice teach once", async () => {
    const ctx = await desk();
    const { attempt, ticket } = await held(ctx);
    await approveDraft(ctx, { attemptId: attempt.id });
    await runJobs(ctx);
    const taughtSoFar = async () => (await ledger(ctx)).map(({ id, learned }) => ({ id, learned }));
    const before = await taughtSoFar();
    await ctx.jobs.send(ctx.db, "learn.draft-approved", { attemptId: attempt.id });
    await ctx.jobs.send(ctx.db, "learn.reply-sent", {
      ...(await replyOf(ctx, attempt.id)),
      ticketId: ticket.id,
      thenStatus: "resolved",
    });
    await runJobs(ctx);
    expect(await taughtSoFar()).toEqual(before);
  });
});

async function replyOf(ctx: TestContext, attemptId: string) {
  const [row] = await ctx.db.select().from(attempts).where(eq(attempts.id, attemptId));
  return { messageId: row?.sentMessageId ?? "", attemptId };
}

describe("what the customer does next", () => {
  async function resolved(ctx: TestContext) {
    const made = await asked(ctx, "The tax report counts holidays twice.", { account: "a" });
    await reply(ctx, made.id, "Open Holidays and remove the second calendar, then run it again.");
    return made;
  }

  test("writing again within a week refuses the answer", async () => {
    const ctx = await desk();
    const { id } = await resolved(ctx);
    ctx.advance(DAY);
    const again = await say(ctx, id, { author: "customer", text: "It still counts them twice." });
    await receivedAgain(ctx, id, again.id);

    const rows = await taught(ctx);
    expect(rows.map(({ kind }) => kind)).toEqual(["answered", "reopened"]);
    expect(rows[1]?.learned).toMatchObject([{ type: "refused", wasAccepted: false }]);
  });

  test("silence for a week is weak evidence, once", async () => {
    const ctx = await desk();
    await resolved(ctx);
    ctx.advance(8 * DAY);
    for (let minute = 0; minute < 2; minute++) {
      await ctx.jobs.send(ctx.db, "learn.sweep", {});
      await runJobs(ctx);
    }
    const rows = await taught(ctx);
    expect(rows.map(({ kind }) => kind)).toEqual(["answered", "quiet"]);
    expect(rows[1]?.learned).toMatchObject([{ type: "silent" }]);
    const [use] = await ctx.db.select().from(answerUses);
    expect(use?.outcome).toBe("quiet");
  });
});

async function receivedAgain(ctx: TestContext, ticketId: string, messageId: string) {
  await ctx.jobs.send(ctx.db, "learn.customer-wrote", { ticketId, messageId, outcome: "joined" });
  await runJobs(ctx);
}

test("an article that is retired is no candidate any more", async () => {
  const ctx = await desk();
  const { attempt } = await held(ctx);
  await approveDraft(ctx, { attemptId: attempt.id });
  await runJobs(ctx);
  const articleId = attempt.sources[0]?.articleId ?? "";
  await retireArticle(await as(ctx, { role: "reviewer" }), { articleId });
  await runJobs(ctx);

  const { engine } = await deskModel.current(ctx.db);
  const names = engine.predict(EXPORT.body).candidates.map(({ answer }) => answer);
  expect(names).not.toContain(`article:${articleId}`);
  const again = await ask(ctx, QUESTION);
  await received(ctx, again.ticket.id, again.message.id);
  await runJobs(ctx);
  expect((await state(ctx, again.ticket.id)).last?.sources ?? []).toEqual([]);
});

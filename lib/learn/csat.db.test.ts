import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { ratings } from "@/db/schema/csat";
import { answers } from "@/db/schema/knowledge";
import { as, type TestContext } from "@/db/testing/context";
import { desk } from "@/db/testing/drafting";
import { asked, ledger, reply } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { rateReply } from "../csat";
import { transaction } from "../platform/context";
import { undoSignal } from "./undo-signal";

const ANSWER = "Open Holidays and remove the second calendar, then run it again.";

async function resolved(ctx: TestContext, text = ANSWER) {
  const { id } = await asked(ctx, "The tax report counts holidays twice.", { account: "a" });
  return { ticketId: id, messageId: await reply(ctx, id, text), sentAt: ctx.now() };
}

async function rate(
  ctx: TestContext,
  of: Awaited<ReturnType<typeof resolved>>,
  score: number,
  comment = "",
) {
  ctx.advance(60_000);
  await transaction(ctx, (tx) => rateReply(tx, of, { score, comment }));
  await runJobs(ctx);
}

const csat = async (ctx: TestContext) => (await ledger(ctx)).filter(({ kind }) => kind === "csat");

describe("what a rating teaches", () => {
  test("a good one is half a verdict for the answer", async () => {
    const ctx = await desk();
    const of = await resolved(ctx);
    await rate(ctx, of, 5, "Great");

    const [answer] = await ctx.db.select().from(answers);
    const [row, ...more] = await csat(ctx);
    expect(row).toMatchObject({
      ticketId: of.ticketId,
      messageId: of.messageId,
      subject: `answer:${answer?.id}`,
      payload: {
        score: 5,
        comment: "Great",
        path: { answers: [{ helped: true, byPerson: true }] },
      },
      learned: [{ type: "silent", weight: 0.5 }],
    });
    expect(more).toEqual([]);
  });

  test("a bad one speaks against it, one between says nothing", async () => {
    const ctx = await desk();
    await rate(ctx, await resolved(ctx), 2);
    await rate(ctx, await resolved(ctx), 3);
    const rows = await csat(ctx);
    expect(rows[0]?.learned).toMatchObject([{ type: "refused", wasAccepted: false }]);
    expect(rows[1]?.learned).toEqual([]);
  });

  test("the last word counts: what an earlier one taught is taken back", async () => {
    const ctx = await desk();
    const of = await resolved(ctx);
    await rate(ctx, of, 1);
    await rate(ctx, of, 4);
    await rate(ctx, of, 1);

    const rows = await csat(ctx);
    expect(rows.map(({ payload, undoneAt }) => [payload.score, undoneAt === null])).toEqual([
      [1, false],
      [4, false],
      [1, true],
    ]);
  });

  test("a job that runs twice teaches once", async () => {
    const ctx = await desk();
    const of = await resolved(ctx);
    await rate(ctx, of, 1);
    const before = await ledger(ctx);
    await ctx.jobs.send(ctx.db, "learn.csat", { messageId: of.messageId });
    await runJobs(ctx);
    expect(await ledger(ctx)).toEqual(before);
  });

  test("a reply that says too little is noted only, and an erased rating is skipped", async () => {
    const ctx = await desk();
    const of = await resolved(ctx, "We look.");
    await rate(ctx, of, 1, "And?");
    expect(await csat(ctx)).toMatchObject([{ subject: null, learned: [], payload: { score: 1 } }]);

    await ctx.db.delete(ratings);
    await ctx.jobs.send(ctx.db, "learn.csat", { messageId: of.messageId });
    expect((await runJobs(ctx)).at(-1)).toMatchObject({
      outcome: expect.stringContaining("skipped"),
    });
  });

  test("a reviewer takes it back, an agent may not", async () => {
    const ctx = await desk();
    await rate(ctx, await resolved(ctx), 1);
    const [row] = await csat(ctx);
    const signalId = row?.id ?? "";
    await expect(undoSignal(await as(ctx, { role: "agent" }), { signalId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await undoSignal(ctx, { signalId });
    expect((await csat(ctx))[0]?.undoneAt).not.toBeNull();
  });

  test("silence after a bad rating is no praise", async () => {
    const ctx = await desk();
    const of = await resolved(ctx);
    await rate(ctx, of, 1);
    ctx.advance(8 * 86_400_000);
    await ctx.jobs.send(ctx.db, "learn.sweep", {});
    await runJobs(ctx);
    const quiet = (await ledger(ctx)).find(({ kind }) => kind === "quiet");
    expect(quiet?.learned).toEqual([]);
    expect(
      await ctx.db.select().from(ratings).where(eq(ratings.messageId, of.messageId)),
    ).toHaveLength(1);
  });
});

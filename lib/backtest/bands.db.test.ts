import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { attempts } from "@/db/schema/resolve";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { readBacktest, runBacktest, startBacktest } from ".";
import { BandsResult } from "./model";

let ctx: TestContext;

beforeEach(async () => {
  ctx = await makeContext({ role: "admin" });
});

type Past = Partial<typeof attempts.$inferInsert> & { blocks?: string[]; category?: string };

/** A draft of the past, decided on as `snapshot` tells. */
async function draft({ blocks = [], category = "billing", ...row }: Past): Promise<void> {
  const { ticket, message } = await makeTicket(ctx, { customer: await makeCustomer(ctx) });
  await ctx.db.insert(attempts).values({
    id: newId(),
    ticketId: ticket.id,
    answersMessageId: message.id,
    snapshot: { blocks, routing: { category }, policy: {} },
    draft: "Please choose Retry.",
    confidence: 0.7,
    model: "test",
    modelVersion: "1",
    decision: "sent_flagged",
    decisionReason: "test",
    reviewState: "none",
    createdAt: ctx.now(),
    ...row,
  });
}

async function tryBands(send: number, flag: number, overrides: unknown[] = []) {
  const trial = { bands: { send, flag }, overrides, last: 1000 };
  const { id } = await startBacktest(ctx, "bands", trial);
  const job = await as(ctx, { actor: { type: "job", name: runBacktest.name } });
  await runBacktest.run(job, { backtestId: id });
  return BandsResult.parse((await readBacktest(ctx, { id })).result);
}

describe("a back-test of bands", () => {
  test("counts what would be sent, flagged and held, and what people said of it", async () => {
    await draft({ confidence: 0.95, decision: "sent", reviewState: "none" });
    await draft({ confidence: 0.8, reviewState: "approved" });
    await draft({ confidence: 0.8, reviewState: "rejected", rejectReason: "wrong_answer" });
    await draft({ confidence: 0.5, decision: "held", reviewState: "approved" });
    const result = await tryBands(0.75, 0.5);
    expect(result).toMatchObject({ looked: 4, blocked: 0, skipped: 0 });
    expect(result.before).toMatchObject({
      sent: { n: 1, right: 0, unknown: 1 },
      sent_flagged: { n: 2, right: 1, wrong: 1 },
      held: { n: 1, right: 1 },
    });
    expect(result.after).toMatchObject({
      sent: { n: 3, right: 1, wrong: 1, unknown: 1 },
      sent_flagged: { n: 1, right: 1 },
      held: { n: 0 },
    });
    expect(result.moved.map(({ from, to, count }) => [from, to, count.n])).toEqual(
      expect.arrayContaining([
        ["sent_flagged", "sent", 2],
        ["held", "sent_flagged", 1],
      ]),
    );
    expect(result.bins[80]).toMatchObject({ n: 2 });
  });

  test("no band sends what a guard holds, what has no draft, or what needs four eyes", async () => {
    await draft({ confidence: 0.99, blocks: ["it is a demo ticket"] });
    await draft({ confidence: 0.99, draft: null });
    const snapshot = { blocks: [], routing: { category: "billing" }, policy: { fourEyes: true } };
    await draft({ confidence: 0.99, snapshot });
    await draft({ confidence: 0.99, snapshot: { question: "of an early version" } });
    const result = await tryBands(0, 0);
    expect(result).toMatchObject({ looked: 4, blocked: 3, skipped: 1, after: { sent: { n: 0 } } });
  });

  test("goes by the category as it was then, not as it is now", async () => {
    await draft({ confidence: 0.9, category: "billing" });
    const override = { category: "general", channel: null, send: 1, flag: 1 };
    expect((await tryBands(0.85, 0.6, [override])).after.sent.n).toBe(1);
    const then = { ...override, category: "billing" };
    expect((await tryBands(0.85, 0.6, [then])).after.held.n).toBe(1);
  });

  test("is for those who may set the bands", async () => {
    const trial = { bands: { send: 0.9, flag: 0.6 }, overrides: [], last: 10 };
    const reviewer = await as(ctx, { role: "reviewer" });
    await expect(startBacktest(reviewer, "bands", trial)).rejects.toMatchObject({
      code: "forbidden",
    });
    const wrong = { ...trial, bands: { send: 0.5, flag: 0.6 } };
    await expect(startBacktest(ctx, "bands", wrong)).rejects.toMatchObject({ code: "invalid" });
    expect(await ctx.db.select().from(attempts).where(eq(attempts.model, "x"))).toEqual([]);
  });
});

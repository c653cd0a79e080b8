import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { answerUses } from "@/db/schema/knowledge";
import { attempts } from "@/db/schema/resolve";
import { as, type TestContext } from "@/db/testing/context";
import { ask, desk, liftCaps, QUESTION, say, state } from "@/db/testing/drafting";
import { ledger, reply } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";
import { recordEvent } from "../event";
import { transaction } from "../platform/context";
import { approveDraft, rejectDraft } from "../resolve";

const DAY = 86_400_000; // ms
const UNDO_TIME = 15_000; // ms

/** A reply that the desk has sent to be looked at. */
async function flagged() {
  const ctx = await desk();
  await liftCaps(ctx);
  await writeSetting(ctx.db, "ai.bands", { send: 0.99, flag: 0.005 }, ctx.now());
  const { ticket } = await ask(ctx, QUESTION);
  await runJobs(ctx);
  const { last } = await state(ctx, ticket.id);
  expect(last).toMatchObject({ decision: "sent_flagged", reviewState: "flagged" });
  return { ctx, ticketId: ticket.id, attemptId: last?.id ?? "", row: last?.judgedRow };
}

async function aWeekLater(ctx: TestContext) {
  ctx.advance(8 * DAY);
  await ctx.jobs.send(ctx.db, "learn.sweep", {});
  await runJobs(ctx);
}

const told = async (ctx: TestContext, kind: string) =>
  (await ledger(ctx)).filter((row) => row.kind === kind);

test("nobody looked at it and the customer was silent: weak evidence that it was right", async () => {
  const { ctx, row } = await flagged();
  await aWeekLater(ctx);
  expect((await told(ctx, "quiet")).map(({ learned }) => learned)).toMatchObject([
    [
      { type: "silent", weight: 0.3 },
      { type: "judged", row, right: true, weight: 0.3 },
    ],
  ]);
});

test("nobody looked at it and the customer wrote again: it was wrong", async () => {
  const { ctx, ticketId, attemptId } = await flagged();
  ctx.advance(DAY);
  const again = await say(ctx, ticketId, { author: "customer", text: "There is no such menu." });
  const wrote = { ticketId, messageId: again.id, outcome: "joined", because: "again" } as const;
  await transaction(ctx, (tx) => recordEvent(tx, "message.received", wrote));
  await runJobs(ctx);
  expect((await told(ctx, "reopened")).map(({ learned }) => learned)).toMatchObject([
    [{ type: "refused" }, { type: "judged", right: false, weight: 1 }],
  ]);
  const [use] = await ctx.db.select().from(answerUses);
  expect(use?.outcome).toBe("reopened");
  const [attempt] = await ctx.db.select().from(attempts).where(eq(attempts.id, attemptId));
  expect(attempt).toMatchObject({ reviewState: "flagged", outcome: "reopened" });
});

test.each([
  ["a person has followed it up", (ctx, { ticketId }) => reply(ctx, ticketId, "Choose Export.")],
  [
    "a reviewer has rejected it",
    async (ctx, { attemptId }) => {
      const reviewer = await as(ctx, { role: "reviewer" });
      const why = { reason: "wrong_answer", note: "" } as const;
      await rejectDraft(reviewer, { attemptId, ...why });
      ctx.advance(UNDO_TIME);
      await runJobs(ctx);
    },
  ],
] satisfies [
  string,
  (ctx: TestContext, of: { ticketId: string; attemptId: string }) => Promise<unknown>,
][])("%s: silence after that says nothing for it", async (_, act) => {
  const { ctx, ticketId, attemptId } = await flagged();
  await act(ctx, { ticketId, attemptId });
  await aWeekLater(ctx);
  const quiet = (await told(ctx, "quiet")).filter(({ attemptId: of }) => of === attemptId);
  expect(quiet.map(({ learned }) => learned)).toEqual([[]]);
});

test("a reviewer's approval counts in full, and silence after it besides", async () => {
  const { ctx, attemptId } = await flagged();
  await approveDraft(await as(ctx, { role: "reviewer" }), { attemptId });
  ctx.advance(UNDO_TIME);
  await runJobs(ctx);
  await aWeekLater(ctx);
  const kinds = (await ledger(ctx)).filter((row) => row.attemptId === attemptId);
  expect(kinds.map(({ kind }) => kind)).toEqual(["approved", "quiet"]);
});

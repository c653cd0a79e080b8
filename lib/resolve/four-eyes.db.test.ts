import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { attempts, verdicts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { writeSetting } from "../desk";
import { approveDraft } from "./approve-draft";
import { correctDraft } from "./correct-draft";
import { rejectDraft } from "./reject-draft";
import { undoVerdict } from "./review-undo";
import { undoReply } from "./undo-reply";

async function billingDraft() {
  const ctx = await makeContext({ role: "agent" });
  await writeSetting(ctx.db, "review.fourEyes", ["billing"], ctx.now());
  const { ticket, message } = await makeTicket(ctx, {
    status: "pending_customer",
    set: { category: "billing" },
  });
  const attempt = await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });
  const other = await as(ctx, { role: "agent" });
  return { ctx, other, item: { attemptId: attempt.id } };
}

async function replies(ctx: TestContext) {
  const thread = await ctx.db.select().from(messages);
  return thread.filter(({ author }) => author !== "customer");
}

describe("four eyes", () => {
  test("two people approve the same words; the first approval sends nothing", async () => {
    const { ctx, other, item } = await billingDraft();
    expect(await approveDraft(ctx, item)).toMatchObject({ reviewState: "held", messageId: null });
    expect(await approveDraft(ctx, item)).toMatchObject({ reviewState: "held" }); // still one person
    expect(await replies(ctx)).toEqual([]);
    const told = await ctx.db.select().from(events).where(eq(events.type, "review.seconded"));
    expect(told[0]?.payload).toMatchObject({ ...item, verdict: "approve" });

    expect(await approveDraft(other, item)).toMatchObject({ reviewState: "approved" });
    expect(await replies(ctx)).toHaveLength(1);
    const said = await ctx.db.select().from(verdicts).orderBy(verdicts.createdAt);
    const standing = said.filter(({ undoneAt }) => undoneAt === null);
    expect(standing.map(({ settled }) => settled).sort()).toEqual([false, true]);
  });

  test("another category, once the draft is made, does not spare the second person", async () => {
    const { ctx, other, item } = await billingDraft();
    const snapshot = { routing: { category: "billing" } };
    await ctx.db.update(attempts).set({ snapshot });
    await ctx.db.update(tickets).set({ category: "general" });

    expect(await approveDraft(ctx, item)).toMatchObject({ reviewState: "held", messageId: null });
    expect(await replies(ctx)).toEqual([]);
    expect(await approveDraft(other, item)).toMatchObject({ reviewState: "approved" });
  });

  test("other words are a first approval again", async () => {
    const { ctx, other, item } = await billingDraft();
    const text = "The second charge is released within five days.";
    await approveDraft(ctx, item);
    expect(await correctDraft(other, { ...item, text })).toMatchObject({ reviewState: "held" });
    expect(await replies(ctx)).toEqual([]);
    expect(await approveDraft(ctx, { ...item, text })).toMatchObject({ reviewState: "corrected" });
    expect(await replies(ctx)).toMatchObject([{ text }]);
  });

  test("one person is enough to refuse, and a first approval can be taken back", async () => {
    const { ctx, other, item } = await billingDraft();
    await approveDraft(ctx, item);
    await undoVerdict(ctx, item);
    expect(await approveDraft(other, item)).toMatchObject({ reviewState: "held" });
    await rejectDraft(ctx, { ...item, reason: "not_allowed", note: "" });
    expect(await ctx.db.select().from(attempts)).toMatchObject([{ reviewState: "rejected" }]);
  });

  test("a second approval that is taken back leaves the first", async () => {
    const { ctx, other, item } = await billingDraft();
    await approveDraft(ctx, item);
    const { messageId } = await approveDraft(other, item);
    await undoReply(other, { messageId: messageId ?? "" });
    expect(await ctx.db.select().from(attempts)).toMatchObject([{ reviewState: "held" }]);
    expect(await approveDraft(other, item)).toMatchObject({ reviewState: "approved" });
  });

  test.skipIf(!onPostgres)("three at once send one reply", async () => {
    const { ctx, other, item } = await billingDraft();
    const third = await as(ctx, { role: "reviewer" });
    const done = await Promise.allSettled(
      [ctx, other, third].map((one) => approveDraft(one, item)),
    );
    expect(done.filter(({ status }) => status === "rejected")).toHaveLength(1);
    expect(await replies(ctx)).toHaveLength(1);
  });

  test("elsewhere one approval is enough", async () => {
    const { ctx, item } = await billingDraft();
    await writeSetting(ctx.db, "review.fourEyes", ["technical"], ctx.now());
    expect(await approveDraft(ctx, item)).toMatchObject({ reviewState: "approved" });
  });
});

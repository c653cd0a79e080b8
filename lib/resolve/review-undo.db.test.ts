import { describe, expect, test } from "vitest";
import { attempts, verdicts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { eventsOfTicket } from "../event";
import { addMessage } from "../ticket";
import type { TicketStatus } from "../ticket/model";
import { approveDraft } from "./approve-draft";
import { rejectDraft } from "./reject-draft";
import { approveBatch } from "./review-batch";
import { putOff } from "./review-later";
import { takeOver } from "./review-take-over";
import { undoVerdict } from "./review-undo";

const HOUR = 3_600_000; // ms
const SENT = "Open Reports and choose Export.";

async function made(flagged: boolean, status: TicketStatus = "pending_customer") {
  const ctx = await makeContext({ role: "reviewer" });
  const { ticket, message } = await makeTicket(ctx, {
    status,
    ...(flagged && { set: { waitingSince: null } }),
  });
  const reply = flagged
    ? await addMessage(ctx, {
        ticketId: ticket.id,
        author: "ai",
        public: true,
        text: SENT,
        createdAt: ctx.now(),
      })
    : null;
  const attempt = await makeAttempt(ctx, {
    ticketId: ticket.id,
    answersMessageId: message.id,
    draft: SENT,
    ...(reply && {
      decision: "sent_flagged",
      reviewState: "flagged",
      sentText: SENT,
      sentMessageId: reply.id,
      outcome: "delivered",
    }),
  });
  return { ctx, ticket, attempt, item: { attemptId: attempt.id } };
}

async function state(ctx: TestContext) {
  const [ticket] = await ctx.db.select().from(tickets);
  const [attempt] = await ctx.db.select().from(attempts);
  if (!ticket || !attempt) throw new Error("gone");
  const { status, waitingSince, assigneeId } = ticket;
  const { reviewState, reviewedBy, rejectReason, sentText, sentMessageId, outcome } = attempt;
  const is = { status, waitingSince, assigneeId };
  return { ...is, reviewState, reviewedBy, rejectReason, sentText, sentMessageId, outcome };
}

const VERDICTS = [
  ["reject", true],
  ["reject", false],
  ["take over", true],
  ["take over", false],
  ["approve", true],
] as const;

const settle = (ctx: TestContext, verdict: string, item: { attemptId: string }) => {
  if (verdict === "approve") return approveDraft(ctx, item);
  if (verdict === "take over") return takeOver(ctx, item);
  return rejectDraft(ctx, { ...item, reason: "wrong_answer", note: "no" });
};

describe("undoVerdict", () => {
  test.each(VERDICTS)("%s of a sent reply (%s): all is what it was", async (verdict, flagged) => {
    const { ctx, item } = await made(flagged);
    const before = await state(ctx);
    const { undoUntil } = await settle(ctx, verdict, item);
    expect(undoUntil).not.toBeNull();
    expect(await state(ctx)).not.toEqual(before);

    await undoVerdict(ctx, item);

    expect(await state(ctx)).toEqual(before);
    const said = await ctx.db.select().from(verdicts);
    expect(said.every(({ undoneAt }) => undoneAt !== null)).toBe(true);
    await expect(undoVerdict(ctx, item)).rejects.toMatchObject({ code: "conflict" });
    expect(await settle(ctx, verdict, item)).toBeTruthy();
  });

  test("an audited reply of a resolved ticket comes back resolved", async () => {
    const { ctx, item } = await made(true, "resolved");
    const before = await state(ctx);
    await rejectDraft(ctx, { ...item, reason: "wrong_tone", note: "" });
    expect(await state(ctx)).toMatchObject({ status: "open", reviewState: "rejected" });
    await undoVerdict(ctx, item);
    expect(await state(ctx)).toEqual(before);
  });

  test("nothing is learned while it can be taken back", async () => {
    const { ctx, ticket, item } = await made(true);
    const { undoUntil } = await rejectDraft(ctx, { ...item, reason: "other", note: "" });
    const [told] = await eventsOfTicket(ctx.db, ticket.id, ["draft.rejected"]);
    expect(String(told?.payload.notBefore) > String(undoUntil)).toBe(true);
  });

  test("is for whoever said it, and only for a while", async () => {
    const { ctx, item } = await made(false);
    const other = await as(ctx, { role: "admin" });
    const system = await as(ctx, { connection: ["ingest"] });
    await rejectDraft(ctx, { ...item, reason: "other", note: "" });
    await expect(undoVerdict(other, item)).rejects.toMatchObject({ code: "conflict" });
    await expect(undoVerdict(system, item)).rejects.toMatchObject({ code: "forbidden" });
    ctx.advance(10_000);
    await expect(undoVerdict(ctx, item)).rejects.toMatchObject({ code: "conflict" });
    expect(await state(ctx)).toMatchObject({ reviewState: "rejected" });
  });

  test("a ticket that has moved on keeps its status", async () => {
    const { ctx, ticket, item } = await made(false);
    await rejectDraft(ctx, { ...item, reason: "other", note: "" });
    ctx.advance(1000);
    await addMessage(ctx, {
      ticketId: ticket.id,
      author: "customer",
      public: true,
      text: "Hello?",
      createdAt: ctx.now(),
    });
    await undoVerdict(ctx, item);
    expect(await state(ctx)).toMatchObject({ status: "open", reviewState: "held" });
  });
});

describe("what is settled is what was read", () => {
  test.each([true, false])("refuses a draft that reads otherwise (sent: %s)", async (flagged) => {
    const { ctx, item } = await made(flagged);
    const seen = { ...item, seen: "Something that stood there before." };
    const before = await state(ctx);
    for (const verdict of ["approve", "reject", "take over"]) {
      await expect(settle(ctx, verdict, seen)).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining("reads otherwise"),
      });
    }
    expect(await state(ctx)).toEqual(before);
    await approveDraft(ctx, { ...item, seen: SENT });
  });

  test("a batch says for each what became of it", async () => {
    const { ctx, item } = await made(false);
    const other = await makeAttempt(ctx);
    const results = await approveBatch(ctx, {
      items: [
        { ...item, seen: SENT },
        { attemptId: other.id, seen: "Not what stands there." },
      ],
    });
    expect(results).toMatchObject([
      { settled: { reviewState: "approved" }, problem: null },
      { settled: null, problem: expect.stringContaining("reads otherwise") },
    ]);
  });
});

test("putOff takes a draft out until a time, not for ever, and not without a right", async () => {
  const { ctx, item } = await made(true);
  const agent = await as(ctx, { role: "agent" });
  const until = new Date(ctx.now().getTime() + HOUR).toISOString();
  await expect(putOff(agent, { ...item, until })).rejects.toMatchObject({ code: "forbidden" });
  for (const ms of [-HOUR, 15 * 24 * HOUR]) {
    const wrong = new Date(ctx.now().getTime() + ms).toISOString();
    await expect(putOff(ctx, { ...item, until: wrong })).rejects.toMatchObject({ code: "invalid" });
  }
  await putOff(ctx, { ...item, until });
  const [later] = await ctx.db.select().from(attempts);
  expect(later).toMatchObject({ laterUntil: new Date(until), reviewState: "flagged" });
  await putOff(ctx, { ...item, until: null });
  expect((await ctx.db.select().from(attempts))[0]).toMatchObject({ laterUntil: null });
});

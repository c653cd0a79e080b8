import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliver";
import { attempts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { deliverReply } from "../deliver";
import { writeSetting } from "../desk";
import { eventsOfTicket } from "../event";
import { EVENTS } from "../event/model";
import { addMessage, moveTicket } from "../ticket";
import { approveDraft } from "./approve-draft";
import { correctDraft } from "./correct-draft";
import { replyToTicket } from "./reply-by-person";
import { undoReply } from "./undo-reply";

const TEXT = "Please clear your cookies.";

async function heldTicket(ctx: TestContext, more: Parameters<typeof makeTicket>[1] = {}) {
  const made = await makeTicket(ctx, { status: "pending_customer", ...more });
  const of = { ticketId: made.ticket.id, answersMessageId: made.message.id };
  return { ...made, attempt: await makeAttempt(ctx, of) };
}

async function replyTo(ctx: TestContext, ticketId: string) {
  const sent = await replyToTicket(ctx, { ticketId, text: TEXT, thenStatus: "resolved" });
  if (sent.messageId === null) throw new Error("it waits for a second person");
  return sent;
}

async function now(ctx: TestContext, ticketId: string) {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  const thread = await ctx.db.select().from(messages).where(eq(messages.ticketId, ticketId));
  const [attempt] = await ctx.db.select().from(attempts).where(eq(attempts.ticketId, ticketId));
  if (!ticket) throw new Error("the ticket is gone");
  return { ticket, attempt, replies: thread.filter(({ author }) => author !== "customer") };
}

/** The job that delivers a reply, as the queue would run it. */
async function deliver(ctx: TestContext, ticketId: string) {
  const [told] = await eventsOfTicket(ctx.db, ticketId, ["reply.approved"]);
  return deliverReply.run(ctx, EVENTS["reply.approved"].parse(told?.payload));
}

const customerWrites = (ctx: TestContext, ticketId: string) =>
  addMessage(ctx, {
    ticketId,
    author: "customer",
    public: true,
    text: "And another thing",
    createdAt: ctx.now(),
  });

describe("undoReply", () => {
  test("takes an own reply back: ticket, assignee and held draft are what they were", async () => {
    const ctx = await makeContext();
    const { ticket, attempt } = await heldTicket(ctx);
    const { messageId, undoUntil } = await replyTo(ctx, ticket.id);
    expect(new Date(undoUntil ?? 0).getTime() - ctx.now().getTime()).toBeGreaterThan(5_000);
    expect((await now(ctx, ticket.id)).ticket.assigneeId).not.toBeNull();
    await runJobs(ctx);

    expect(await undoReply(ctx, { messageId })).toMatchObject({ ticketId: ticket.id, text: TEXT });

    const after = await now(ctx, ticket.id);
    expect(after.replies).toEqual([]);
    expect(after.ticket).toMatchObject({
      status: "pending_customer",
      assigneeId: null,
      waitingSince: ticket.waitingSince,
      firstResponseAt: null,
    });
    expect(after.attempt).toMatchObject({ id: attempt.id, reviewState: "held", reviewedBy: null });
    ctx.advance(60_000);
    await runJobs(ctx);
    expect(await ctx.db.select().from(deliveries)).toEqual([]);
    expect(await deliver(ctx, ticket.id)).toBe("skipped: the reply was taken back or erased");
    await expect(undoReply(ctx, { messageId })).rejects.toMatchObject({ code: "not_found" });
  });

  test("opens a draft again that was approved, and it can be approved anew", async () => {
    const ctx = await makeContext();
    const { ticket, attempt } = await heldTicket(ctx);
    const { messageId } = await approveDraft(ctx, { attemptId: attempt.id });
    await undoReply(ctx, { messageId: messageId ?? "" });
    const after = await now(ctx, ticket.id);
    expect(after.ticket.status).toBe("pending_customer");
    expect(after.attempt).toMatchObject({ reviewState: "held", sentText: null, outcome: null });
    await approveDraft(ctx, { attemptId: attempt.id });
    ctx.advance(10_000);
    await runJobs(ctx);
    expect((await now(ctx, ticket.id)).ticket.status).toBe("resolved");
  });

  test("makes a corrected reply flagged again, with what was sent then", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
    const sent = await addMessage(ctx, {
      ticketId: ticket.id,
      author: "ai",
      public: true,
      text: "First answer",
      createdAt: ctx.now(),
    });
    const { id: attemptId } = await makeAttempt(ctx, {
      ticketId: ticket.id,
      answersMessageId: message.id,
      decision: "sent_flagged",
      reviewState: "flagged",
      sentMessageId: sent.id,
      sentText: sent.text,
      outcome: "delivered",
    });
    const { messageId } = await correctDraft(ctx, { attemptId, text: TEXT });
    await undoReply(ctx, { messageId: messageId ?? "" });
    expect((await now(ctx, ticket.id)).attempt).toMatchObject({
      reviewState: "flagged",
      sentMessageId: sent.id,
      sentText: "First answer",
      outcome: "delivered",
    });
  });

  test("is for the sender and admins", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const { messageId } = await replyTo(ctx, ticket.id);
    for (const who of [{ role: "reviewer" as const }, { connection: ["tickets.write" as const] }]) {
      const other = await as(ctx, who);
      await expect(undoReply(other, { messageId })).rejects.toMatchObject({ code: "forbidden" });
    }
    expect((await now(ctx, ticket.id)).replies).toHaveLength(1);
    await undoReply(await as(ctx, { role: "admin" }), { messageId });
    expect((await now(ctx, ticket.id)).replies).toEqual([]);
  });

  test("is too late when the time is over, when it has begun, and for the AI's own replies", async () => {
    const ctx = await makeContext();
    const late = await makeTicket(ctx);
    const reply = await replyTo(ctx, late.ticket.id);
    const begun = await makeTicket(ctx);
    const other = await replyTo(ctx, begun.ticket.id);
    const worker = { ...ctx, now: () => new Date(ctx.now().getTime() + 10_000) }; // another clock
    expect(await deliver(worker, begun.ticket.id)).toBe("sent by outbox");
    await expect(undoReply(ctx, other)).rejects.toMatchObject({ code: "conflict" });
    ctx.advance(10_000);
    await expect(undoReply(ctx, reply)).rejects.toMatchObject({ code: "conflict" });
    const admin = await as(ctx, { role: "admin" });
    const own = await makeTicket(ctx);
    const said = { ticketId: own.ticket.id, author: "ai", public: true, text: "Hi" } as const;
    const { id: messageId } = await addMessage(ctx, { ...said, createdAt: ctx.now() });
    await expect(undoReply(admin, { messageId })).rejects.toMatchObject({ code: "conflict" });
  });

  test("does not exist where replies leave at once", async () => {
    const ctx = await makeContext();
    await writeSetting(ctx.db, "reply.undoSeconds", 0, ctx.now());
    const { ticket } = await makeTicket(ctx);
    const { messageId, undoUntil } = await replyTo(ctx, ticket.id);
    expect(undoUntil).toBeNull();
    await expect(undoReply(ctx, { messageId })).rejects.toMatchObject({ code: "conflict" });
    await runJobs(ctx);
    expect((await now(ctx, ticket.id)).ticket.status).toBe("resolved");
  });

  test("leaves a ticket that has moved on: written again stays, settled opens again", async () => {
    const ctx = await makeContext();
    const again = await makeTicket(ctx);
    const one = await replyTo(ctx, again.ticket.id);
    ctx.advance(1_000);
    await customerWrites(ctx, again.ticket.id);
    await undoReply(ctx, one);
    expect(await now(ctx, again.ticket.id)).toMatchObject({
      replies: [],
      ticket: { status: "in_progress", waitingSince: again.ticket.waitingSince },
    });

    const closed = await makeTicket(ctx);
    const two = await replyTo(ctx, closed.ticket.id);
    const move = { ticketId: closed.ticket.id, mover: "person", because: "done" } as const;
    await moveTicket(ctx, { ...move, to: "resolved" });
    await undoReply(ctx, two);
    expect((await now(ctx, closed.ticket.id)).ticket).toMatchObject({
      status: "open",
      waitingSince: closed.ticket.waitingSince,
    });
  });

  test("never delivers before the time is over, whenever the job runs", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    await replyTo(ctx, ticket.id);
    expect(await deliver(ctx, ticket.id)).toBe("waits: it can still be taken back");
    expect(await ctx.db.select().from(deliveries)).toEqual([]);
    ctx.advance(30_000);
    await runJobs(ctx);
    expect((await ctx.db.select().from(deliveries)).map(({ state }) => state)).toEqual(["sent"]);
  });

  test.skipIf(!onPostgres)("and delivery exclude each other", async () => {
    const ctx = await makeContext();
    const worker = { ...ctx, now: () => new Date(ctx.now().getTime() + 10_000) };
    for (let turn = 0; turn < 15; turn++) {
      const { ticket } = await makeTicket(ctx);
      const { messageId } = await replyTo(ctx, ticket.id);
      const [undone, sent] = await Promise.allSettled([
        undoReply(ctx, { messageId }),
        deliver(worker, ticket.id),
      ]);
      const { replies } = await now(ctx, ticket.id);
      const left = sent.status === "fulfilled" && sent.value === "sent by outbox";
      expect(left).toBe(undone.status === "rejected");
      expect(replies).toHaveLength(left ? 1 : 0);
    }
  });
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { attempts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { rejectDraft } from "./reject-draft";
import { replyToTicket } from "./reply-by-person";
import { changeStatus } from "./status-by-person";

const WHY = { reason: "wrong_answer", note: "That is the old screen." } as const;

describe("rejectDraft", () => {
  test("keeps the reason and gives the ticket to its team", async () => {
    const ctx = await makeContext();
    const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
    const attempt = await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });

    await rejectDraft(ctx, { attemptId: attempt.id, ...WHY });

    expect(await ctx.db.select().from(attempts)).toMatchObject([
      { reviewState: "rejected", rejectReason: WHY.reason, rejectNote: WHY.note, sentText: null },
    ]);
    expect(await ctx.db.select().from(tickets)).toMatchObject([
      { status: "open", waitingSince: message.createdAt },
    ]);
    const told = await ctx.db.select({ type: events.type }).from(events).orderBy(events.seq);
    expect(told.map(({ type }) => type)).toEqual(["ticket.status_changed", "draft.rejected"]);
    await expect(rejectDraft(ctx, { attemptId: attempt.id, ...WHY })).rejects.toMatchObject({
      code: "conflict",
      message: "Test agent was faster: this draft is already rejected.",
    });
  });

  test("of a flagged reply starts the customer's wait again, and is for reviewers", async () => {
    const ctx = await makeContext();
    const { ticket, message } = await makeTicket(ctx, {
      status: "pending_customer",
      set: { waitingSince: null },
    });
    const { id: attemptId } = await makeAttempt(ctx, {
      ticketId: ticket.id,
      answersMessageId: message.id,
      decision: "sent_flagged",
      reviewState: "flagged",
    });
    await expect(rejectDraft(ctx, { attemptId, ...WHY })).rejects.toMatchObject({
      code: "forbidden",
    });
    await rejectDraft(await as(ctx, { role: "reviewer" }), { attemptId, ...WHY });
    expect(await ctx.db.select().from(tickets)).toMatchObject([
      { status: "open", waitingSince: message.createdAt },
    ]);
  });
});

test("changeStatus sets held drafts aside when it ends the ticket, and is for people", async () => {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
  await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });
  const machine = await as(ctx, { connection: ["tickets.write"] });
  const input = { ticketId: ticket.id, status: "resolved" as const };
  await expect(changeStatus(machine, input)).rejects.toMatchObject({ code: "forbidden" });
  await changeStatus(ctx, input);
  expect(await ctx.db.select().from(attempts)).toMatchObject([
    { reviewState: "none", outcome: "taken over" },
  ]);
  expect(await ctx.db.select().from(tickets)).toMatchObject([{ status: "resolved" }]);
});

describe("replyToTicket", () => {
  test("takes held drafts over, and the ticket when it is nobody's", async () => {
    const ctx = await makeContext();
    const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
    await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });
    const personId = ctx.actor.type === "person" ? ctx.actor.personId : "";

    const { messageId } = await replyToTicket(ctx, {
      ticketId: ticket.id,
      text: "I have reset it for you.",
      thenStatus: "pending_customer",
    });

    expect(await ctx.db.select().from(attempts)).toMatchObject([
      { reviewState: "none", outcome: "taken over", reviewedBy: personId },
    ]);
    expect(await ctx.db.select().from(tickets)).toMatchObject([
      { status: "in_progress", assigneeId: personId, waitingSince: null },
    ]);
    const told = await ctx.db.select().from(events).orderBy(events.seq);
    expect(told.map(({ type }) => type)).toEqual([
      "ticket.status_changed",
      "reply.approved",
      "draft.taken_over",
      "ticket.assigned",
    ]);
    expect(told[1]?.payload).toMatchObject({ messageId, thenStatus: "pending_customer" });
  });

  test("re-opens a ticket that was over, and leaves it with its person", async () => {
    const ctx = await makeContext();
    const other = await as(ctx, { role: "reviewer" });
    const assigneeId = other.actor.type === "person" ? other.actor.personId : "";
    const { ticket } = await makeTicket(ctx, { status: "closed", set: { assigneeId } });
    await replyToTicket(ctx, {
      ticketId: ticket.id,
      text: "One more thing",
      thenStatus: "resolved",
    });
    expect(await ctx.db.select().from(tickets)).toMatchObject([
      { status: "in_progress", assigneeId },
    ]);
  });

  test("refuses what was written for an older state of the ticket, and stores nothing", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const input = {
      ticketId: ticket.id,
      text: "Hello",
      thenStatus: "resolved" as const,
      expectedVersion: ticket.version,
    };
    const results = await Promise.allSettled([
      replyToTicket(ctx, input),
      replyToTicket(ctx, input),
    ]);
    expect(results.filter((result) => result.status === "rejected")).toMatchObject([
      { reason: { code: "conflict" } },
    ]);
    const replies = await ctx.db.select().from(messages).where(eq(messages.author, "agent"));
    expect(replies).toHaveLength(1);
  });

  test("needs a way to the customer, and a person", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx, { channel: "webhook" });
    const input = { ticketId: ticket.id, text: "Hello", thenStatus: "resolved" as const };
    await expect(replyToTicket(ctx, input)).rejects.toMatchObject({
      code: "conflict",
      message: "This connection has no reply URL.",
    });
    const machine = await as(ctx, { connection: ["tickets.write"] });
    await expect(replyToTicket(machine, input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await ctx.db.select().from(events)).toEqual([]);
  });
});

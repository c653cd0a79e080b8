import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliver";
import { events } from "@/db/schema/event";
import { people } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { messages, ticketParticipants, tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { addMessage } from "../ticket";
import { approveDraft } from "./approve-draft";
import { correctDraft } from "./correct-draft";

const DRAFT = "Please sign out everywhere and sign in again.";

/** A held draft as the pipeline leaves it: the ticket waits for the customer's sake, not theirs. */
async function heldDraft(ctx: TestContext, more: Parameters<typeof makeTicket>[1] = {}) {
  const { ticket, message } = await makeTicket(ctx, { status: "pending_customer", ...more });
  const attempt = await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: message.id });
  return { ticket, message, attempt, input: { attemptId: attempt.id } };
}

async function stateOf(ctx: TestContext, ticketId: string, attemptId: string) {
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  const [attempt] = await ctx.db.select().from(attempts).where(eq(attempts.id, attemptId));
  const thread = await ctx.db.select().from(messages).where(eq(messages.ticketId, ticketId));
  const told = await ctx.db
    .select()
    .from(events)
    .where(eq(events.ticketId, ticketId))
    .orderBy(events.seq);
  const replies = thread.filter((message) => message.author !== "customer");
  return { ticket, attempt, replies, told, types: told.map((event) => event.type) };
}

/** Works off the queue when nothing can be taken back any more; what deliveries said. */
async function deliverAll(ctx: TestContext): Promise<unknown[]> {
  ctx.advance(10_000);
  const runs = await runJobs(ctx);
  return runs
    .filter(({ name }) => name === "deliver.send-reply")
    .map((run) => ("outcome" in run ? run.outcome : run.error));
}

describe("approveDraft of a held draft", () => {
  test("sends it as the AI's reply, approved by a person, then the ticket is resolved", async () => {
    const ctx = await makeContext();
    const { ticket, attempt, input } = await heldDraft(ctx);

    const { messageId } = await approveDraft(ctx, input);

    const now = await stateOf(ctx, ticket.id, attempt.id);
    const personId = ctx.actor.type === "person" && ctx.actor.personId;
    expect(now.replies).toMatchObject([{ id: messageId, author: "ai", personId, text: DRAFT }]);
    expect(now.attempt).toMatchObject({
      reviewState: "approved",
      reviewedBy: personId,
      sentText: DRAFT,
      sentMessageId: messageId,
    });
    expect(now.ticket).toMatchObject({ status: "in_progress", waitingSince: null });
    expect(now.types).toEqual(["ticket.status_changed", "reply.approved", "draft.approved"]);
    expect(now.told.at(-1)?.payload).toMatchObject({ edited: false });

    expect(await deliverAll(ctx)).toEqual(["sent by outbox"]);
    const after = await stateOf(ctx, ticket.id, attempt.id);
    expect(after.ticket).toMatchObject({ status: "resolved", resolution: DRAFT });
    const [delivery] = await ctx.db.select().from(deliveries);
    // A person has read it: no machine's mark, and exactly the approved words.
    expect(delivery?.raw).not.toContain("Auto-Submitted");
    expect(delivery?.raw).toContain(DRAFT);
  });

  test("with another text counts as corrected, and is the person's", async () => {
    const ctx = await makeContext();
    const { ticket, attempt, input } = await heldDraft(ctx);
    await approveDraft(ctx, { ...input, text: "Clear your cookies." });
    const now = await stateOf(ctx, ticket.id, attempt.id);
    expect(now.replies).toMatchObject([{ author: "agent", text: "Clear your cookies." }]);
    expect(now.attempt).toMatchObject({
      reviewState: "corrected",
      draft: DRAFT,
      sentText: "Clear your cookies.",
    });
    expect(now.told.at(-1)?.payload).toMatchObject({ edited: true });
  });

  test("by two people at once sends one message, and tells the other who was faster", async () => {
    const ctx = await makeContext();
    const other = await as(ctx, { role: "reviewer" });
    await ctx.db.update(people).set({ name: "Ada" });
    const { ticket, attempt, input } = await heldDraft(ctx);

    const results = await Promise.allSettled([
      approveDraft(ctx, input),
      approveDraft(other, { ...input, text: "Something else." }),
      correctDraft(other, { ...input, text: "A third thing." }),
    ]);

    const refused = results.filter((result) => result.status === "rejected");
    expect(refused).toHaveLength(2);
    for (const { reason } of refused) {
      expect(reason).toMatchObject({
        code: "conflict",
        message: expect.stringMatching(
          /^Ada was faster: this draft is already (approved|corrected)\.$/,
        ),
      });
    }
    const now = await stateOf(ctx, ticket.id, attempt.id);
    expect(now.replies).toHaveLength(1);
    expect(now.replies[0]?.text).toBe(now.attempt?.sentText);
    expect(await deliverAll(ctx)).toEqual(["sent by outbox"]);
    expect(await deliverAll(ctx)).toEqual([]);
    expect(await ctx.db.select().from(deliveries)).toHaveLength(1);
  });

  test("refuses a draft that is older than the customer's newest message", async () => {
    const ctx = await makeContext();
    const { ticket, attempt, input } = await heldDraft(ctx);
    ctx.advance(1000);
    await addMessage(ctx, {
      ticketId: ticket.id,
      author: "customer",
      public: true,
      text: "Wait, it is another page",
      createdAt: ctx.now(),
    });
    await expect(approveDraft(ctx, input)).rejects.toMatchObject({ code: "conflict" });
    await expect(correctDraft(ctx, { ...input, text: "x" })).rejects.toMatchObject({
      code: "conflict",
    });
    const now = await stateOf(ctx, ticket.id, attempt.id);
    expect(now).toMatchObject({ replies: [], types: [], attempt: { reviewState: "held" } });
  });

  test("a message that arrived later counts as newer, whatever time it claims", async () => {
    const ctx = await makeContext();
    const { ticket, input } = await heldDraft(ctx);
    await addMessage(ctx, {
      ticketId: ticket.id,
      author: "customer",
      public: true,
      text: "Late from the bridge",
      createdAt: new Date(ctx.now().getTime() - 3_600_000),
    });
    await expect(approveDraft(ctx, input)).rejects.toMatchObject({ code: "conflict" });
  });

  test("stores nothing when there is nowhere to send it", async () => {
    const ctx = await makeContext();
    const { ticket, attempt, input } = await heldDraft(ctx);
    await ctx.db.delete(ticketParticipants);
    await expect(approveDraft(ctx, input)).rejects.toMatchObject({
      code: "conflict",
      message: "This ticket has no e-mail address to reply to.",
    });
    const hook = await heldDraft(ctx, { channel: "webhook" });
    await expect(approveDraft(ctx, hook.input)).rejects.toMatchObject({
      message: "This connection has no reply URL.",
    });
    const now = await stateOf(ctx, ticket.id, attempt.id);
    expect(now).toMatchObject({ replies: [], types: [], attempt: { reviewState: "held" } });
  });

  test("sends nothing on a ticket that is over, or without words", async () => {
    const ctx = await makeContext();
    const over = await heldDraft(ctx, { status: "resolved" });
    await expect(approveDraft(ctx, over.input)).rejects.toMatchObject({ code: "conflict" });
    const { ticket, message } = await makeTicket(ctx);
    const empty = await makeAttempt(ctx, {
      ticketId: ticket.id,
      answersMessageId: message.id,
      draft: null,
    });
    await expect(approveDraft(ctx, { attemptId: empty.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is for people at the desk", async () => {
    const ctx = await makeContext({ connection: ["tickets.write"] });
    const { ticket, attempt, input } = await heldDraft(ctx);
    await expect(approveDraft(ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    expect((await stateOf(ctx, ticket.id, attempt.id)).replies).toEqual([]);
  });
});

describe("a flagged reply", () => {
  async function flaggedReply(ctx: TestContext) {
    const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
    const attempt = await makeAttempt(ctx, {
      ticketId: ticket.id,
      answersMessageId: message.id,
      decision: "sent_flagged",
      reviewState: "flagged",
      confidence: 0.7,
      sentText: DRAFT,
    });
    return { ticket, attempt, input: { attemptId: attempt.id } };
  }

  test("is approved by a reviewer: nothing is sent, the ticket is resolved", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const { ticket, attempt, input } = await flaggedReply(ctx);
    expect(await approveDraft(ctx, input)).toMatchObject({
      reviewState: "approved",
      messageId: null,
    });
    const now = await stateOf(ctx, ticket.id, attempt.id);
    expect(now.replies).toEqual([]);
    expect(now.ticket).toMatchObject({ status: "resolved", resolution: DRAFT });
    expect(now.types).toEqual(["ticket.status_changed", "draft.approved"]);
  });

  test("is no matter of agents", async () => {
    const ctx = await makeContext({ role: "agent" });
    const { ticket, attempt, input } = await flaggedReply(ctx);
    const results = await Promise.allSettled([
      approveDraft(ctx, input),
      correctDraft(ctx, { ...input, text: "Better." }),
    ]);
    expect(results).toMatchObject(
      results.map(() => ({ status: "rejected", reason: { code: "forbidden" } })),
    );
    const now = await stateOf(ctx, ticket.id, attempt.id);
    expect(now).toMatchObject({ replies: [], types: [], attempt: { reviewState: "flagged" } });
  });

  test("that is corrected sends a follow-up", async () => {
    const ctx = await makeContext({ role: "reviewer" });
    const { ticket, attempt, input } = await flaggedReply(ctx);
    await correctDraft(ctx, { ...input, text: "Sorry, use the other button." });
    expect(await deliverAll(ctx)).toEqual(["sent by outbox"]);
    const now = await stateOf(ctx, ticket.id, attempt.id);
    expect(now.replies).toMatchObject([{ author: "agent", text: "Sorry, use the other button." }]);
    expect(now.attempt).toMatchObject({ reviewState: "corrected" });
    expect(now.ticket?.status).toBe("resolved");
  });
});

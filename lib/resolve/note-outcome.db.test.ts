import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { attempts } from "@/db/schema/resolve";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { ask, desk, liftCaps, QUESTION, received, say, state } from "@/db/testing/drafting";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { writeSetting } from "../desk";
import { recordEvent } from "../event";
import { transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { addMessage, moveTicket } from "../ticket";
import { approveDraft } from "./approve-draft";
import { noteDelivery } from "./follow-up-store";
import { noteOutcome } from "./note-outcome";

async function sentAttempt(ctx: TestContext, outcome: string | null = null) {
  const { ticket, message } = await makeTicket(ctx, { status: "in_progress" });
  const reply = await transaction(ctx, (tx) =>
    addMessage(tx, {
      ticketId: ticket.id,
      author: "ai",
      public: true,
      text: "Hello",
      createdAt: ctx.now(),
    }),
  );
  const attempt = await makeAttempt(ctx, {
    ticketId: ticket.id,
    answersMessageId: message.id,
    decision: "sent",
    reviewState: "none",
    sentMessageId: reply.id,
    outcome,
  });
  return { ticket, reply, attempt };
}

async function outcomeOf(ctx: TestContext, id: string) {
  const [row] = await ctx.db.select().from(attempts).where(eq(attempts.id, id));
  return row?.outcome;
}

describe("the outcome of an attempt", () => {
  test("is that it was delivered, for an automatic reply and for one that a person approved", async () => {
    const ctx = await desk();
    await liftCaps(ctx);
    await writeSetting(ctx.db, "ai.bands", { send: 0.01, flag: 0.005 }, ctx.now());
    const { ticket } = await ask(ctx, QUESTION);
    const held = await makeAttempt(ctx);
    await approveDraft(ctx, { attemptId: held.id });
    ctx.advance(60_000); // the time to undo
    await runJobs(ctx);
    expect((await state(ctx, ticket.id)).last?.outcome).toBe("delivered");
    expect(await outcomeOf(ctx, held.id)).toBe("delivered");
  });

  test("is that delivery failed for good, until a later try succeeds", async () => {
    const ctx = await makeContext();
    const { ticket, reply, attempt } = await sentAttempt(ctx);
    const told = { ticketId: ticket.id, messageId: reply.id, deliveryId: newId() };
    const fail = (final: boolean) =>
      transaction(ctx, (tx) => recordEvent(tx, "reply.failed", { ...told, error: "550", final }));

    await fail(false);
    await runJobs(ctx);
    expect(await outcomeOf(ctx, attempt.id)).toBeNull();
    await fail(true);
    await runJobs(ctx);
    expect(await outcomeOf(ctx, attempt.id)).toBe("delivery failed");

    await transaction(ctx, (tx) =>
      recordEvent(tx, "reply.delivered", { ...told, transport: "smtp" }),
    );
    await runJobs(ctx);
    expect(await outcomeOf(ctx, attempt.id)).toBe("delivered");
    // Once more does no harm.
    const again = { ...told, transport: "smtp" };
    expect(await noteOutcome.run(ctx, again)).toBe("skipped: no attempt was sent by it");
    expect(await outcomeOf(ctx, attempt.id)).toBe("delivered");
  });

  test("is reopened when the customer writes again, however late delivery is told", async () => {
    const ctx = await desk();
    const { ticket, reply, attempt } = await sentAttempt(ctx, "delivered");
    const again = { ticketId: ticket.id, mover: "customer", because: "again" } as const;
    await transaction(ctx, (tx) => moveTicket(tx, { ...again, to: "open" }));
    ctx.advance(60_000);
    const { id } = await say(ctx, ticket.id, { author: "customer", text: QUESTION.body });
    await received(ctx, ticket.id, id);
    await runJobs(ctx);

    expect(await outcomeOf(ctx, attempt.id)).toBe("reopened");
    expect(await noteDelivery(ctx.db, reply.id, "delivered")).toBe(false);
    expect(await outcomeOf(ctx, attempt.id)).toBe("reopened");
    expect((await state(ctx, ticket.id)).last).toMatchObject({
      answersMessageId: id,
      outcome: null,
    });
  });

  test("stays when the customer writes again long after: that is about something else", async () => {
    const ctx = await desk();
    const { ticket, attempt } = await sentAttempt(ctx, "delivered");
    const again = { ticketId: ticket.id, mover: "customer", because: "again" } as const;
    await transaction(ctx, (tx) => moveTicket(tx, { ...again, to: "open" }));
    ctx.advance(8 * 86_400_000);
    const { id } = await say(ctx, ticket.id, { author: "customer", text: QUESTION.body });
    await received(ctx, ticket.id, id);
    await runJobs(ctx);

    expect(await outcomeOf(ctx, attempt.id)).toBe("delivered");
  });

  test("of another message is not touched", async () => {
    const ctx = await makeContext();
    const { attempt } = await sentAttempt(ctx);
    expect(await noteDelivery(ctx.db, newId(), "delivered")).toBe(false);
    expect(await outcomeOf(ctx, attempt.id)).toBeNull();
  });

  test("a settled draft's refusal names what a person did, not what became of it", async () => {
    const ctx = await makeContext();
    const held = await makeAttempt(ctx);
    await approveDraft(ctx, { attemptId: held.id });
    ctx.advance(60_000);
    await runJobs(ctx);
    const other = await as(ctx, { role: "reviewer" });
    await expect(approveDraft(other, { attemptId: held.id })).rejects.toMatchObject({
      code: "conflict",
      message: "Test agent was faster: this draft is already approved.",
    });
    const machine = await as(ctx, { connection: ["tickets.write"] });
    await expect(approveDraft(machine, { attemptId: held.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { tickets } from "@/db/schema/ticket";
import { makeContext, type TestContext } from "@/db/testing/context";
import { answer, send, ticketOf } from "@/db/testing/ingest";
import { makeTicket } from "@/db/testing/make";
import { addMessage, type NewMessage } from "./add-message";
import { reopenUnanswered, replyDelivered } from "./reply-outcome";
import { setStatus } from "./set-status";

async function setUp() {
  const ctx = await makeContext();
  const { ticket, message } = await makeTicket(ctx);
  const ticketId = ticket.id;
  const say = (more: Partial<NewMessage> & Pick<NewMessage, "author">) => {
    ctx.advance(1000);
    const plain = { ticketId, public: true, text: "words", createdAt: ctx.now() };
    return addMessage(ctx, { ...plain, ...more });
  };
  const waits = async () => (await ticketOf(ctx, ticketId)).waitingSince;
  return { ctx, ticketId, asked: message.createdAt, say, waits };
}

describe("waiting_since", () => {
  test("is the first message without an answer, not the last", async () => {
    const { say, waits, asked } = await setUp();
    await say({ author: "customer" });
    expect(await waits()).toEqual(asked);
    await say({ author: "agent" });
    expect(await waits()).toBeNull();
    const next = await say({ author: "customer" });
    expect(await waits()).toEqual(next.createdAt);
  });

  test("is not touched by notes, thanks and acknowledgements", async () => {
    const { say, waits, asked } = await setUp();
    await say({ author: "agent", kind: "note", public: false });
    await say({ author: "system" });
    await say({ author: "customer", asks: false, metadata: { confirmation: true } });
    expect(await waits()).toEqual(asked);
    await say({ author: "ai" });
    await say({ author: "customer", asks: false, metadata: { confirmation: true } });
    expect(await waits()).toBeNull();
  });

  test("ends by settling, and comes back when a person opens it without an answer", async () => {
    const { ctx, ticketId, say, waits, asked } = await setUp();
    for (const status of ["resolved", "closed"] as const) {
      await setStatus(ctx, { ticketId, status });
      expect(await waits()).toBeNull();
      await setStatus(ctx, { ticketId, status: "open" });
      expect(await waits()).toEqual(asked);
    }
    await setStatus(ctx, { ticketId, status: "pending_customer" });
    expect(await waits()).toEqual(asked); // whose turn it is is not the status
    await say({ author: "agent" });
    await say({ author: "customer", asks: false, metadata: { confirmation: true } });
    await setStatus(ctx, { ticketId, status: "closed" });
    await setStatus(ctx, { ticketId, status: "open" });
    expect(await waits()).toBeNull();
  });

  test("a reply that is lost gives back the wait for the question, not for the thanks", async () => {
    const { ctx, ticketId, say, waits, asked } = await setUp();
    const message = await say({ author: "ai" });
    await say({ author: "customer", asks: false, metadata: { confirmation: true } });
    await reopenUnanswered(ctx, { ticketId, mover: "system", because: "test" });
    expect(await waits()).toEqual(asked);
    await replyDelivered(ctx, { message, thenStatus: "resolved", because: "test" });
    expect(await waits()).toBeNull();
  });

  test("ends when another system says that it waits for the customer", async () => {
    const ctx: TestContext = await makeContext({ connection: ["ingest"] });
    const chat = { conversation_id: "chat-1", channel: "chat" };
    const { ticketId } = await send(ctx, chat);
    const outcome = { ...chat, kind: "outcome", body: undefined };
    await send(ctx, { ...outcome, resolution_state: "pending_customer" });
    expect((await ticketOf(ctx, ticketId)).waitingSince).toBeNull();
    await answer(ctx, (await send(ctx)).ticketId, "Sign in again", "resolved");
    await send(ctx, { ...outcome, resolution_state: "escalated" });
    expect((await ticketOf(ctx, ticketId)).waitingSince).not.toBeNull();
  });

  test("a settled ticket of which nobody waits has no snooze either", async () => {
    const { ctx, ticketId } = await setUp();
    const snoozedUntil = new Date(ctx.now().getTime() + 60_000);
    await ctx.db.update(tickets).set({ snoozedUntil }).where(eq(tickets.id, ticketId));
    await setStatus(ctx, { ticketId, status: "closed" });
    expect((await ticketOf(ctx, ticketId)).snoozedUntil).toBeNull();
  });
});

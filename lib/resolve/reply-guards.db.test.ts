import { describe, expect, test } from "vitest";
import { replyLeases } from "@/db/schema/presence";
import { attempts } from "@/db/schema/resolve";
import { messages } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { writeSetting } from "../desk";
import { holdReply } from "../presence";
import { approveDraft } from "./approve-draft";
import { correctDraft } from "./correct-draft";
import { openReview } from "./lease";
import { replyToTicket } from "./reply-by-person";
import { askSecondLook } from "./second-look";

async function two(category?: string) {
  const ctx = await makeContext({ role: "reviewer" });
  const other = await as(ctx, { role: "reviewer" });
  const set = category ? { category } : {};
  const { ticket, message } = await makeTicket(ctx, { status: "pending_customer", set });
  const of = { ticketId: ticket.id, answersMessageId: message.id };
  const attempt = await makeAttempt(ctx, of);
  const reply = { ticketId: ticket.id, text: "Done.", thenStatus: "resolved" } as const;
  return { ctx, other, reply, item: { attemptId: attempt.id } };
}

const sent = async (ctx: TestContext) =>
  (await ctx.db.select().from(messages)).filter(({ author }) => author !== "customer");

describe("a reply while somebody else is replying", () => {
  test("is refused, own or drafted, and says by whom and since when", async () => {
    const { ctx, other, reply, item } = await two();
    await holdReply(other, { ticketId: reply.ticketId, takeOver: false });
    ctx.advance(30_000);
    await holdReply(other, { ticketId: reply.ticketId, takeOver: false });
    ctx.advance(35_000);
    const refused = {
      code: "conflict",
      message: expect.stringMatching(/^Test reviewer began to reply to this ticket 1 min ago\./),
    };
    await expect(replyToTicket(ctx, reply)).rejects.toMatchObject(refused);
    await expect(approveDraft(ctx, item)).rejects.toMatchObject(refused);
    await expect(correctDraft(ctx, { ...item, text: "Better." })).rejects.toMatchObject(refused);
    expect(await sent(ctx)).toEqual([]);
    expect(await ctx.db.select().from(attempts)).toMatchObject([{ reviewState: "held" }]);
  });

  test("goes out when it is taken over, and nobody has the reply any more", async () => {
    const { ctx, other, reply } = await two();
    await holdReply(other, { ticketId: reply.ticketId, takeOver: false });
    await replyToTicket(ctx, { ...reply, takeOver: true });
    expect(await sent(ctx)).toHaveLength(1);
    expect(await ctx.db.select().from(replyLeases)).toEqual([]);
  });

  test("goes out for whoever has it, and ends it", async () => {
    const { ctx, other, reply, item } = await two();
    await holdReply(other, { ticketId: reply.ticketId, takeOver: false });
    await approveDraft(other, item);
    expect(await ctx.db.select().from(replyLeases)).toEqual([]);
    await expect(replyToTicket(ctx, { ...reply, expectedVersion: 1 })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("waits for nobody who has stopped typing", async () => {
    const { ctx, other, reply } = await two();
    await holdReply(other, { ticketId: reply.ticketId, takeOver: false });
    ctx.advance(60_000);
    expect((await replyToTicket(ctx, reply)).messageId).not.toBeNull();
  });
});

describe("an own reply to a ticket whose draft is in the review", () => {
  test("waits until nobody else looks at it, and does not pass over who was asked", async () => {
    const { ctx, other, reply, item } = await two();
    await openReview(other, item);
    await expect(replyToTicket(ctx, reply)).rejects.toMatchObject({
      message: "Test reviewer is looking at this draft now.",
    });
    ctx.advance(300_000);
    await askSecondLook(ctx, { ...item, personId: null, note: "" });
    await expect(replyToTicket(ctx, reply)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("second look"),
    });
    expect(await sent(ctx)).toEqual([]);
    expect((await replyToTicket(other, reply)).messageId).not.toBeNull();
  });

  test("needs a second person in a category of four eyes", async () => {
    const { ctx, other, reply } = await two("billing");
    await writeSetting(ctx.db, "review.fourEyes", ["billing"], ctx.now());
    expect(await replyToTicket(ctx, reply)).toMatchObject({ messageId: null, reviewState: "held" });
    expect(await sent(ctx)).toEqual([]);
    expect((await replyToTicket(ctx, reply)).messageId).toBeNull(); // the same person again
    expect((await replyToTicket(other, reply)).messageId).not.toBeNull();
    expect(await sent(ctx)).toMatchObject([{ text: "Done." }]);
  });

  test("is refused to systems", async () => {
    const { ctx, reply } = await two();
    const system = await as(ctx, { connection: ["ingest"] });
    await expect(replyToTicket(system, { ...reply, takeOver: true })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

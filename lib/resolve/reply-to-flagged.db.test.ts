import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { writings } from "@/db/schema/presence";
import { attempts } from "@/db/schema/resolve";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { saveWriting } from "../presence";
import { replyToTicket } from "./reply-by-person";
import { undoReply } from "./undo-reply";

async function flagged(ctx: TestContext) {
  const { ticket, message } = await makeTicket(ctx, { status: "pending_customer" });
  const attempt = await makeAttempt(ctx, {
    ticketId: ticket.id,
    answersMessageId: message.id,
    decision: "sent_flagged",
    reviewState: "flagged",
    confidence: 0.7,
    sentText: "Please sign in again.",
  });
  const input = {
    ticketId: ticket.id,
    text: "Sorry: use the other button.",
    html: null,
    thenStatus: "pending_customer",
    expectedVersion: ticket.version,
  } as const;
  return { ticket, attempt, input };
}

async function attemptNow(ctx: TestContext, id: string) {
  const [attempt] = await ctx.db.select().from(attempts).where(eq(attempts.id, id));
  return attempt;
}

test("a reviewer's reply that corrects a flagged one settles it, until it is taken back", async () => {
  const ctx = await makeContext({ role: "reviewer" });
  const { ticket, attempt, input } = await flagged(ctx);
  const place = { ticketId: ticket.id, kind: "reply" } as const;
  await saveWriting(ctx, { ...place, html: "<p>Sorry</p>", revision: 0 });

  const sent = await replyToTicket(ctx, { ...input, corrects: attempt.id });
  expect(sent).toMatchObject({ reviewState: "corrected" });
  expect(await attemptNow(ctx, attempt.id)).toMatchObject({
    reviewState: "corrected",
    sentText: input.text,
    sentMessageId: sent.messageId,
  });
  expect(await ctx.db.select().from(writings)).toEqual([]);
  const [now] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticket.id));
  expect(now?.assigneeId).toBeNull(); // a correction makes nobody the one who answers

  await undoReply(ctx, { messageId: sent.messageId ?? "" });
  expect(await attemptNow(ctx, attempt.id)).toMatchObject({ reviewState: "flagged" });
});

test("a reply that says nothing of it leaves its review to the reviewers", async () => {
  const ctx = await makeContext({ role: "agent" });
  const { attempt, input } = await flagged(ctx);
  expect(await replyToTicket(ctx, input)).not.toHaveProperty("reviewState");
  expect(await attemptNow(ctx, attempt.id)).toMatchObject({
    reviewState: "flagged",
    reviewedBy: null,
  });
});

test("agents settle none, and nobody one of another ticket or that was not sent", async () => {
  const ctx = await makeContext({ role: "agent" });
  const { attempt, input } = await flagged(ctx);
  const correction = { ...input, corrects: attempt.id };
  await expect(replyToTicket(ctx, correction)).rejects.toMatchObject({ code: "forbidden" });
  const reviewer = await as(ctx, { role: "reviewer" });
  const other = await flagged(ctx);
  const held = await makeAttempt(ctx);
  for (const [corrects, code] of [
    [other.attempt.id, "conflict"],
    [held.id, "conflict"],
    [newId(), "not_found"],
  ]) {
    const refused = replyToTicket(reviewer, { ...input, corrects });
    await expect(refused).rejects.toMatchObject({ code });
  }
  expect(await attemptNow(ctx, attempt.id)).toMatchObject({ reviewState: "flagged" });
});

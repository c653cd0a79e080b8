import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, billingEvents } from "@/db/schema/customer";
import { messages } from "@/db/schema/ticket";
import type { TestContext } from "@/db/testing/context";
import { desk, EXPORT, QUESTION, received, state } from "@/db/testing/drafting";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { newId } from "../platform/ids";

const PAGE = { url: "https://app.example.org/reports" };

/** A question of a customer about whom much is known. */
async function knownCustomerAsks(ctx: TestContext) {
  const customer = await makeCustomer(ctx, { tier: "business" });
  const { id: accountId } = customer.account;
  await ctx.db
    .update(accounts)
    .set({ usage: { entries: 7 }, onboarding: [{ step: "Invite your team", done: false }] })
    .where(eq(accounts.id, accountId));
  await ctx.db.insert(billingEvents).values({
    id: newId(),
    accountId,
    kind: "plan_changed",
    detail: "to Business",
    at: ctx.now(),
  });
  const earlier = await makeTicket(ctx, { customer });
  const body = `${QUESTION.body} I opened Reports and chose the months, but it didn't help.`;
  const { ticket, message } = await makeTicket(ctx, { ...QUESTION, body, customer });
  await ctx.db
    .update(messages)
    .set({ metadata: { page: PAGE } })
    .where(eq(messages.id, message.id));
  await received(ctx, ticket.id, message.id);
  return { accountId, earlier, ticket, message };
}

test("an attempt keeps everything that it was made from, as it was", async () => {
  const ctx = await desk();
  const { accountId, earlier, ticket, message } = await knownCustomerAsks(ctx);
  await runJobs(ctx);

  // What changes later is no business of the log.
  await ctx.db.update(accounts).set({ usage: {} }).where(eq(accounts.id, accountId));
  const { last } = await state(ctx, ticket.id);
  expect(last?.snapshot).toMatchObject({
    question: expect.stringContaining("How do I export"),
    account: {
      tier: "business",
      seats: 1,
      usage: { entries: 7 },
      onboarding: [{ step: "Invite your team", done: false }],
    },
    billing: [{ kind: "plan_changed", detail: "to Business" }],
    earlierTickets: [{ id: earlier.ticket.id }],
    thread: [{ messageId: message.id, author: "customer", text: message.text }],
    page: PAGE,
    bands: { send: 0.85, flag: 0.6 },
    blocks: [],
    caps: { experience: { uses: 0, outcomes: 0 }, lifted: false },
    guards: {
      stopped: { desk: false, team: false, customer: false },
      writing: false,
      replies: { inTicket: 0, toCustomer: 0 },
      machineTurns: 0,
    },
    routing: { language: "en" },
  });
  expect(last?.snapshot.tried).not.toEqual([]);
  expect(last?.snapshot.leftOut).not.toEqual([]);
  const passage = { rank: expect.any(Number), text: expect.stringContaining("Open Reports") };
  const article = { title: EXPORT.title, score: expect.any(Number) };
  const passages = expect.arrayContaining([expect.objectContaining(passage)]);
  expect(last?.snapshot.articles).toEqual(
    expect.arrayContaining([expect.objectContaining({ ...article, passages })]),
  );
});

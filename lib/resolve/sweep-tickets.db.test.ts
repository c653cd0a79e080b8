import { expect, test } from "vitest";
import { attempts } from "@/db/schema/resolve";
import { as, makeContext } from "@/db/testing/context";
import { answer, ticketOf } from "@/db/testing/ingest";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { runJobs } from "@/db/testing/run-jobs";
import { requirePerson } from "../platform/context";
import {
  addMessage,
  markDuplicate,
  moveMessage,
  moveTicket,
  setStatus,
  snoozeTicket,
} from "../ticket";
import { sweepTickets } from "./sweep-tickets";

const DAY = 86_400_000;

test("the sweep wakes, closes and sets aside; a second one finds nothing", async () => {
  const ctx = await makeContext();
  const job = await as(ctx, { actor: { type: "job", name: "ticket.sweep" } });
  const until = new Date(ctx.now().getTime() + DAY).toISOString();
  const snoozed = await makeTicket(ctx);
  await snoozeTicket(ctx, { ticketId: snoozed.ticket.id, until });
  const done = await makeTicket(ctx);
  await setStatus(ctx, { ticketId: done.ticket.id, status: "resolved" });
  const elsewhere = await makeTicket(ctx);
  const answers = { ticketId: elsewhere.ticket.id, answersMessageId: elsewhere.message.id };
  await makeAttempt(ctx, answers);
  await answer(ctx, elsewhere.ticket.id, "Sign in again", "pending_customer");
  const over = { ticketId: elsewhere.ticket.id, to: "closed", because: "test" } as const;
  await moveTicket(ctx, { ...over, mover: "system" });
  const stuck = await makeTicket(ctx, { status: "in_progress" });
  const mine = { assigneeId: requirePerson(ctx) };
  const taken = await makeTicket(ctx, { status: "in_progress", set: mine });
  ctx.advance(8 * DAY);

  expect(await sweepTickets.run(job, {})).toBe("woke 1, closed 1, opened 1, set aside 1");
  expect(await sweepTickets.run(job, {})).toBe("woke 0, closed 0, opened 0, set aside 0");
  expect((await ticketOf(ctx, stuck.ticket.id)).status).toBe("open");
  expect((await ticketOf(ctx, taken.ticket.id)).status).toBe("in_progress");
  expect((await ticketOf(ctx, done.ticket.id)).status).toBe("closed");
  expect(await ctx.db.select().from(attempts)).toMatchObject([
    { reviewState: "none", outcome: "superseded" },
  ]);
});

test("a draft is set aside when its ticket becomes a duplicate, or its message leaves", async () => {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx);
  const { ticket: original } = await makeTicket(ctx, { customer });
  const { ticket: copy, message } = await makeTicket(ctx, { customer });
  await makeAttempt(ctx, { ticketId: copy.id, answersMessageId: message.id });
  await makeAttempt(ctx);
  await markDuplicate(ctx, { ticketId: copy.id, duplicateOf: original.id });
  await runJobs(ctx);
  const held = async () =>
    (await ctx.db.select().from(attempts)).filter(({ reviewState }) => reviewState === "held");
  expect(await held()).toHaveLength(1);

  const { ticket, message: first } = await makeTicket(ctx, { customer });
  await addMessage(ctx, {
    ticketId: ticket.id,
    author: "customer",
    public: true,
    text: "And another thing",
    createdAt: ctx.now(),
  });
  await makeAttempt(ctx, { ticketId: ticket.id, answersMessageId: first.id });
  expect(await held()).toHaveLength(2);
  await moveMessage(ctx, { messageId: first.id, toTicketId: original.id });
  await runJobs(ctx);
  expect(await held()).toHaveLength(1);
});

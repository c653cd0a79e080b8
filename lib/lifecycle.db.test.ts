import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { attempts } from "@/db/schema/resolve";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { send } from "@/db/testing/ingest";
import { runJobs } from "@/db/testing/run-jobs";
import { transaction } from "./platform/context";
import { AppError } from "./platform/errors";
import { approveDraft, changeStatus, rejectDraft, replyToTicket, sweepTickets } from "./resolve";
import { reopenUnanswered, snoozeTicket } from "./ticket";
import { isSettled, TICKET_STATUSES } from "./ticket/model";

const DAY = 86_400_000; // ms
const RUNS = 8;
const STEPS = 10;

/** What may happen to a ticket. */
const step = fc.oneof(
  fc
    .constantFrom("asks", "asks", "thanks", "reply", "reply undone by a crash")
    .map((does) => ({ does })),
  fc
    .constantFrom("approve", "reject", "jobs", "jobs", "jobs twice", "lost")
    .map((does) => ({ does })),
  fc.constantFrom("snooze", "a day", "nine days").map((does) => ({ does })),
  fc.constantFrom(...TICKET_STATUSES).map((status) => ({ does: "status", status })),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

type Desk = {
  person: TestContext;
  machine: TestContext;
  job: TestContext;
  ticketId: string;
  chat: { conversation_id: string; channel: string; customer_email: string };
  /** A reply was lost, so that the wait goes on after it. */
  lost: boolean;
  /** Replies that have failed for good so far. */
  failures: number;
};

test("whatever happens in whatever order, a ticket is in a state that makes sense", async () => {
  const person = await makeContext({ role: "reviewer" });
  const machine = await as(person, { connection: ["ingest"] });
  const job = await as(person, { actor: { type: "job", name: "ticket.sweep" } });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: STEPS }), async (steps) => {
      const id = `${++run}`;
      const chat = {
        conversation_id: `chat-${id}`,
        channel: "chat",
        customer_email: `mina-${id}@example.org`,
      };
      const { ticketId } = await send(machine, chat);
      const desk: Desk = { person, machine, job, ticketId, chat, lost: false, failures: 0 };
      for (const one of steps) {
        person.advance(1000);
        await take(desk, one).catch(unlessRefused);
        await check(desk, one);
      }
      await work(desk, 60_000);
      await check(desk, { does: "jobs" });
    }),
    { numRuns: RUNS },
  );
}, 120_000);

/** People get a conflict for what can't be done now; nothing may have changed then. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "conflict") throw error;
}

async function take(desk: Desk, one: Step): Promise<void> {
  const { person, machine, job, ticketId, chat } = desk;
  switch (one.does) {
    case "asks":
      await send(machine, { ...chat, body: "The export of my reports still fails with a 403." });
      desk.lost = false;
      return;
    case "thanks":
      await send(machine, { ...chat, body: "thanks" });
      return;
    case "reply":
      await replyToTicket(person, { ticketId, text: "Sign in again.", thenStatus: "resolved" });
      desk.lost = false;
      return;
    case "reply undone by a crash":
      await transaction(person, async (tx) => {
        await replyToTicket(tx, { ticketId, text: "Never sent.", thenStatus: "resolved" });
        throw new AppError("conflict", "the process ends before it commits");
      });
      return;
    case "approve": {
      const held = await heldOf(desk);
      if (!held) return;
      await approveDraft(person, {
        attemptId: held.id,
        ...(!held.draft && { text: "Like this." }),
      });
      desk.lost = false;
      return;
    }
    case "reject": {
      const held = await heldOf(desk);
      if (held) await rejectDraft(person, { attemptId: held.id, reason: "other", note: "" });
      return;
    }
    case "jobs":
      return work(desk, 60_000);
    case "jobs twice":
      // A worker dies after it has stored, before it says so: the queue gives the job out again.
      await work(desk, 60_000);
      await person.db.execute(
        sql`update pgboss.job set state = 'retry' where state = 'completed' and name <> 'follow'`,
      );
      return work(desk, 0);
    case "lost":
      if ((await row(desk)).status !== "in_progress" || (await waitsByThread(desk))) return;
      await transaction(job, (tx) =>
        reopenUnanswered(tx, { ticketId, mover: "system", because: "The reply was lost." }),
      );
      desk.lost = true;
      return;
    case "snooze": {
      const until = new Date(person.now().getTime() + DAY / 2).toISOString();
      await snoozeTicket(person, { ticketId, until });
      return;
    }
    case "a day":
    case "nine days":
      person.advance(one.does === "a day" ? DAY : 9 * DAY);
      await sweepTickets.run(job, {});
      return;
    case "status":
      if (!("status" in one)) return;
      await changeStatus(person, { ticketId, status: one.status });
      if (isSettled(one.status)) desk.lost = false;
  }
}

async function work({ person }: Desk, later: number): Promise<void> {
  person.advance(later);
  await runJobs(person);
}

async function check(desk: Desk, after: Step): Promise<void> {
  const { person, ticketId } = desk;
  const ticket = await row(desk);
  const says = `after ${JSON.stringify(after)}, ${ticket.status}`;
  const tried = await person.db.select().from(attempts).where(eq(attempts.ticketId, ticketId));
  const journal = await person.db.select().from(events).where(eq(events.ticketId, ticketId));
  const failed = journal.filter(({ type, payload }) => type === "reply.failed" && payload.final);
  if (failed.length > desk.failures) desk.lost = true;
  desk.failures = failed.length;
  const held = tried.filter(({ reviewState }) => reviewState === "held");
  const sent = await replies(desk);
  if (isSettled(ticket.status)) {
    expect(ticket.waitingSince, says).toBeNull();
    expect(ticket.snoozedUntil, says).toBeNull();
    expect(held, says).toEqual([]);
    desk.lost = false;
  } else {
    // Whose turn it is: the customer waits exactly when nothing has followed their last question.
    const waits = desk.lost || (await waitsByThread(desk));
    expect(ticket.waitingSince !== null, says).toBe(waits);
  }
  expect(held.length, says).toBeLessThanOrEqual(1);
  for (const { reviewState, sentMessageId } of tried) {
    const approved = reviewState === "approved" || reviewState === "corrected";
    if (approved)
      expect(
        sent.filter(({ id }) => id === sentMessageId),
        says,
      ).toHaveLength(1);
  }
  const approvals = journal.filter(({ type }) => type === "reply.approved");
  expect(approvals.map(({ payload }) => payload.messageId).sort(), says).toEqual(
    sent.map(({ id }) => id).sort(),
  );
  expect(
    sent.every(({ text }) => text !== "Never sent."),
    says,
  ).toBe(true);
}

async function row({ person, ticketId }: Desk) {
  const [ticket] = await person.db.select().from(tickets).where(eq(tickets.id, ticketId));
  if (!ticket) throw new Error("the ticket is gone");
  return ticket;
}

async function heldOf({ person, ticketId }: Desk) {
  const all = await person.db.select().from(attempts).where(eq(attempts.ticketId, ticketId));
  return all.find(({ reviewState }) => reviewState === "held");
}

const thread = ({ person, ticketId }: Desk) =>
  person.db
    .select()
    .from(messages)
    .where(eq(messages.ticketId, ticketId))
    .orderBy(messages.createdAt, messages.id);

const replies = async (desk: Desk) =>
  (await thread(desk)).filter(
    ({ author, public: shown }) => shown && (author === "agent" || author === "ai"),
  );

async function waitsByThread(desk: Desk): Promise<boolean> {
  const turns = (await thread(desk)).filter(
    ({ public: shown, author, metadata }) =>
      shown && author !== "system" && metadata.confirmation !== true,
  );
  return turns.at(-1)?.author === "customer";
}

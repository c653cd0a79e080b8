import { eq, or } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { attempts } from "@/db/schema/resolve";
import { messages, ticketParticipants, tickets } from "@/db/schema/ticket";
import { makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { addMessage } from "../ticket";
import { TICKET_STATUSES } from "../ticket/model";
import { mergeTickets, unmergeTickets } from "./merge-tickets";
import { REVIEW_STATES } from "./model";

const threadOf = (ctx: TestContext, id: string) =>
  ctx.db.select().from(messages).where(eq(messages.ticketId, id)).orderBy(messages.id);
const addresses = (ctx: TestContext, id: string) =>
  ctx.db
    .select()
    .from(ticketParticipants)
    .where(eq(ticketParticipants.ticketId, id))
    .orderBy(ticketParticipants.email);

const time = fc.option(fc.integer({ min: 1, max: 500_000 }));
const side = fc.record({
  status: fc.constantFrom(...TICKET_STATUSES),
  waits: fc.boolean(),
  tags: fc.uniqueArray(fc.constantFrom("billing", "urgent", "bug", "vip"), { maxLength: 3 }),
  snoozed: time,
  nextTry: time,
  conversation: fc.boolean(),
  participants: fc.uniqueArray(fc.constantFrom("a@x.test", "b@x.test", "c@x.test")),
  said: fc.array(fc.constantFrom("customer", "agent", "ai", "note"), { maxLength: 4 }),
  reasons: fc.boolean(),
  attempts: fc.array(fc.constantFrom(...REVIEW_STATES), { maxLength: 3 }),
});
type Side = typeof side extends fc.Arbitrary<infer T> ? T : never;

test("undoing a merge gives back both tickets, to the last column", async () => {
  const ctx = await makeContext();
  await fc.assert(
    fc.asyncProperty(side, side, fc.boolean(), async (one, other, same) => {
      const account = fc.sample(fc.uuid(), 1)[0];
      const source = await build(ctx, one, account);
      const target = await build(ctx, other, same ? account : undefined);
      const before = await dump(ctx, source.id, target.id);
      const ids = { sourceId: source.id, targetId: target.id, acrossAccounts: true };
      const merged = await mergeTickets(ctx, ids);
      expect(await threadOf(ctx, source.id)).toEqual([]);
      await unmergeTickets(ctx, merged);
      const after = await dump(ctx, source.id, target.id);
      expect(after.rows).toEqual(before.rows);
      for (const [index, version] of after.versions.entries()) {
        expect(version).toBeGreaterThan(before.versions[index] ?? 0);
      }
    }),
    { numRuns: 10 },
  );
}, 60_000);

async function build(ctx: TestContext, made: Side, account: string | undefined) {
  const customer = await makeCustomer(ctx, account ? { account } : {});
  const { ticket, message } = await makeTicket(ctx, {
    customer,
    ...(made.conversation && { conversationId: `chat ${customer.id}` }),
  });
  let answers = message.id;
  for (const [index, author] of made.said.entries()) {
    const said = await addMessage(ctx, {
      ticketId: ticket.id,
      author: author === "note" ? "agent" : author,
      kind: author === "note" ? "note" : "message",
      public: author !== "note",
      text: `message ${index}`,
      personId: requirePerson(ctx),
      landedBecause: made.reasons ? "It is part of the conversation." : "",
      createdAt: new Date(ctx.now().getTime() + index),
    });
    if (author === "customer") answers = said.id;
  }
  const open = made.attempts.filter((state) => state !== "held");
  const states = open.length < made.attempts.length ? [...open, "held" as const] : open;
  for (const [index, reviewState] of states.entries()) {
    const outcome = index === 1 ? "superseded" : null;
    const round = index + 1;
    const of = { ticketId: ticket.id, answersMessageId: answers };
    await makeAttempt(ctx, { ...of, round, reviewState, outcome });
  }
  const emails = made.participants.map((email) => ({ ticketId: ticket.id, email }));
  if (emails.length > 0) await ctx.db.insert(ticketParticipants).values(emails);
  const settled = made.status === "resolved" || made.status === "closed";
  const at = (ahead: number | null) => (ahead ? new Date(ctx.now().getTime() + ahead) : null);
  await ctx.db
    .update(tickets)
    .set({
      tags: made.tags,
      waitingSince: made.waits && !settled ? message.createdAt : null,
      snoozedUntil: settled ? null : at(made.snoozed),
      nextTryAt: at(made.nextTry),
      ...(made.status !== "open" && { status: made.status, movedBy: "person" as const }),
      ...(made.status === "resolved" && { resolvedAt: ctx.now() }),
      ...(made.status === "closed" && { resolvedAt: ctx.now(), closedAt: ctx.now() }),
    })
    .where(eq(tickets.id, ticket.id));
  return ticket;
}

/** Every row that belongs to either, but for what only ever counts up. */
async function dump(ctx: TestContext, one: string, other: string) {
  const both = await ctx.db
    .select()
    .from(tickets)
    .where(or(eq(tickets.id, one), eq(tickets.id, other)))
    .orderBy(tickets.id);
  const rows: unknown[] = both.map(({ version: _version, updatedAt: _at, ...ticket }) => ticket);
  for (const id of [one, other]) {
    rows.push(await threadOf(ctx, id), await addresses(ctx, id));
    const drafted = ctx.db.select().from(attempts).where(eq(attempts.ticketId, id));
    rows.push(await drafted.orderBy(attempts.id));
  }
  return { rows, versions: both.map(({ version }) => version) };
}

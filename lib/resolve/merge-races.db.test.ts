import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { teams } from "@/db/schema/person";
import { merges, messages } from "@/db/schema/ticket";
import { as, makeContext, onPostgres } from "@/db/testing/context";
import { eventsOf, send, ticketOf } from "@/db/testing/ingest";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { requirePerson } from "../platform/context";
import { assignTicket, markDuplicate, snoozeTicket } from "../ticket";
import { mergeTickets, unmergeTickets } from "./merge-tickets";
import { changeStatus } from "./status-by-person";

const ROUNDS = 5;

async function setUp() {
  const ctx = await makeContext();
  const other = await as(ctx, { role: "admin" });
  const customer = await makeCustomer(ctx);
  const { ticket } = await makeTicket(ctx, { customer });
  const { ticket: second } = await makeTicket(ctx, { customer });
  return { ctx, other, ticket, second };
}

/** One has its way; the other is told what the ticket is now. */
async function oneWins(both: Promise<unknown>[], words: RegExp) {
  const done = await Promise.allSettled(both);
  const refused = done.filter((one) => one.status === "rejected").map(({ reason }) => reason);
  expect(refused).toMatchObject([{ code: "conflict", message: expect.stringMatching(words) }]);
}

test.skipIf(!onPostgres)("two people closing, assigning and snoozing at once", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const { ctx, other, ticket, second } = await setUp();
    const people = [ctx, other];
    const seen = { ticketId: ticket.id, expectedVersion: ticket.version };
    const [team] = await ctx.db.select().from(teams);
    const giving = people.map((by) =>
      assignTicket(by, { ...seen, personId: requirePerson(by), teamId: team?.id ?? null }),
    );
    await oneWins(giving, /it is open now/);

    const { version } = await ticketOf(ctx, ticket.id);
    const until = new Date(ctx.now().getTime() + 60_000).toISOString();
    const next = { ...seen, expectedVersion: version };
    await oneWins(
      [
        snoozeTicket(ctx, { ...next, until }),
        markDuplicate(other, { ...next, duplicateOf: second.id }),
      ],
      /it is (open|closed) now/,
    );
    const closing = { ticketId: second.id, expectedVersion: second.version };
    await oneWins(
      people.map((by) => changeStatus(by, { ...closing, status: "resolved" })),
      /it is resolved now/,
    );
  }
});

test.skipIf(!onPostgres)(
  "two people merging, each into the other's, and undoing twice",
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const { ctx, other, ticket, second } = await setUp();
      await oneWins(
        [
          mergeTickets(ctx, { sourceId: ticket.id, targetId: second.id }),
          mergeTickets(other, { sourceId: second.id, targetId: ticket.id }),
        ],
        /merged into/,
      );
      const merged = (await ctx.db.select().from(merges)).filter(({ undoneAt }) => !undoneAt);
      expect(merged).toHaveLength(1);
      const mergeId = merged[0]?.id ?? "";
      await oneWins(
        [ctx, other].map((by) => unmergeTickets(by, { mergeId })),
        /undone already/,
      );
    }
  },
);

test.skipIf(!onPostgres)(
  "what is written while a ticket is merged is in one of both, and seen",
  async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const ctx = await makeContext({ connection: ["ingest"] });
      const person = await as(ctx, {});
      const mail = { customer_email: `mina-${round}@example.org` };
      const chat = { ...mail, conversation_id: `chat-${round}`, channel: "chat" };
      const source = await send(ctx, chat);
      const target = await send(ctx, mail);
      const [said] = await Promise.all([
        send(ctx, { ...chat, body: "Still a 403 here." }),
        mergeTickets(person, { sourceId: source.ticketId, targetId: target.ticketId }),
      ]);
      expect(said.stored).toBe(true);
      const where = await ctx.db
        .select()
        .from(messages)
        .where(eq(messages.text, "Still a 403 here."))
        .orderBy(messages.id);
      expect(where.at(-1)).toMatchObject({ ticketId: target.ticketId });
      expect((await ticketOf(ctx, target.ticketId)).waitingSince).not.toBeNull();
      expect((await eventsOf(ctx, "message.received")).length).toBeGreaterThan(round * 3);
    }
  },
);

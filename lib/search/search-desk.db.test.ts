import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rowsOf } from "@/db/client";
import { people, teams } from "@/db/schema/person";
import { ticketReads } from "@/db/schema/presence";
import { messages } from "@/db/schema/ticket";
import { as, makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { addMessage } from "@/lib/ticket";
import { newId } from "../platform/ids";
import { messageQuery } from "./candidate-store";
import type { Scope } from "./filter-store";
import { searchDesk } from "./search-desk";
import { messagesWith, searchByIndex } from "./words-store";

const numbers = async (ctx: TestContext, q: string) =>
  (await searchDesk(ctx, { q })).tickets.map(({ number }) => number);

const textOf = (pieces: { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

const days = (ctx: TestContext, ago: number) => new Date(ctx.now().getTime() - ago * 86_400_000);

describe("words", () => {
  test("are found in messages, notes and subjects, and are marked", async () => {
    const ctx = await makeContext();
    const one = await makeTicket(ctx, { subject: "Seats", body: "The invoice counts four seats." });
    const two = await makeTicket(ctx, { subject: "Invoice is missing", body: "Where is it?" });
    const three = await makeTicket(ctx, { subject: "Hello", body: "Hi" });
    await addMessage(ctx, {
      ticketId: three.ticket.id,
      kind: "note",
      author: "agent",
      public: false,
      text: "They mean the <b>invoice</b> of May.",
      createdAt: ctx.now(),
    });

    const { tickets, hints, more } = await searchDesk(ctx, { q: "INVOICE" });
    expect({ hints, more }).toEqual({ hints: [], more: false });
    expect(
      tickets.map(({ number, where, subject, snippet }) => [
        number,
        where,
        textOf(subject),
        textOf(snippet),
      ]),
    ).toEqual(
      expect.arrayContaining([
        [one.ticket.number, "message", "Seats", "The [invoice] counts four seats."],
        [two.ticket.number, "subject", "[Invoice] is missing", "Where is it?"],
        [three.ticket.number, "note", "Hello", "They mean the <b>[invoice]</b> of May."],
      ]),
    );
    expect(tickets[0]?.number).toBe(two.ticket.number);
  });

  test("must all be there; rows of words stand together; the last may be half typed", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx, { body: "We were charged twice for the licence." });
    for (const q of ["charged licence", '"charged twice"', "twice lic", "charged -refund"]) {
      expect(await numbers(ctx, q)).toEqual([ticket.number]);
    }
    for (const q of ["charged refund", '"twice charged"', "lic twice", "charged -twice"]) {
      expect(await numbers(ctx, q)).toEqual([]);
    }
  });

  test("may stand apart: in the customer's name and in a message", async () => {
    const ctx = await makeContext();
    const customer = await makeCustomer(ctx, { name: "Joana Oliveira" });
    const { ticket } = await makeTicket(ctx, { customer, body: "I want a refund." });
    await makeTicket(ctx, { customer, body: "Thank you." });
    expect(await numbers(ctx, "oliveira refund")).toEqual([ticket.number]);
  });

  test("that no message can hold, and signs, do no harm", async () => {
    const ctx = await makeContext();
    await makeTicket(ctx);
    for (const q of [
      "",
      "   ",
      "&",
      "'",
      "a' | 'b:*",
      "\\",
      "%_%",
      "!()",
      "\u0000",
      ":*",
      "'':* ж",
    ]) {
      await expect(searchDesk(ctx, { q })).resolves.toMatchObject({ tickets: [] });
    }
  });
});

describe("names", () => {
  test("are found though they are misspelt", async () => {
    const ctx = await makeContext();
    const customer = await makeCustomer(ctx, { name: "Joana Oliveira", email: "joana@acme.test" });
    const { ticket } = await makeTicket(ctx, { customer });
    await makeTicket(ctx);

    const { customers, tickets } = await searchDesk(ctx, { q: "Oliveria" });
    expect(customers).toMatchObject([{ email: "joana@acme.test", tickets: 1 }]);
    expect(tickets).toMatchObject([{ number: ticket.number, where: "customer" }]);
    for (const q of ["from:oliveria", "from:joana@acme.test", "from:JOANA", 'from:"joana oli"']) {
      expect(await numbers(ctx, q)).toEqual([ticket.number]);
    }
  });

  test("that nobody has find nothing, and say so", async () => {
    const ctx = await makeContext();
    await makeTicket(ctx);
    expect(await searchDesk(ctx, { q: "from:zzzzqqq team:moon assignee:nobody" })).toMatchObject({
      tickets: [],
      hints: [/customer called "zzzzqqq"/, /team called "moon"/, /colleague called "nobody"/].map(
        (hint) => expect.stringMatching(hint),
      ),
    });
  });
});

describe("operators", () => {
  test("narrow what is found, with words and alone", async () => {
    const ctx = await makeContext();
    const { actor } = ctx;
    const me = actor.type === "person" ? actor.personId : "";
    const team = newId();
    await ctx.db.insert(teams).values({ id: team, name: "Moon base" });
    const ada = newId();
    await ctx.db
      .insert(people)
      .values({ id: ada, name: "Ada Quill", email: "ada@desk.test", role: "agent" });
    const customer = await makeCustomer(ctx, { account: "acme" });
    const a = await makeTicket(ctx, {
      customer,
      body: "The printer burns.",
      createdAt: days(ctx, 30),
      set: {
        tags: ["fire", "vip"],
        priority: "urgent",
        assigneeId: me,
        category: "technical",
        updatedAt: days(ctx, 30),
      },
    });
    const b = await makeTicket(ctx, {
      channel: "chat",
      body: "The printer is cold.",
      createdAt: days(ctx, 3),
      status: "closed",
      set: { teamId: team, assigneeId: ada, primaryIntent: "bug_report" },
    });
    await addMessage(ctx, {
      ticketId: b.ticket.id,
      kind: "note",
      author: "agent",
      public: false,
      text: "Called them.",
      createdAt: ctx.now(),
    });
    const [one, two] = [a.ticket.number, b.ticket.number];
    const expected: [string, number[]][] = [
      ["tag:fire tag:vip", [one]],
      ["-tag:fire", [two]],
      ["priority:urgent", [one]],
      ["category:technical", [one]],
      ["status:closed", [two]],
      ["-status:closed", [one]],
      ["is:open", [one]],
      ["is:closed", [two]],
      ["assignee:me", [one]],
      ["assignee:ada", [two]],
      ["assignee:none", []],
      ["is:unassigned", []],
      ['team:"moon base"', [two]],
      ["channel:chat", [two]],
      ["intent:bug_report", [two]],
      ["account:acme", [one]],
      ["has:note", [two]],
      ["after:7d", [two]],
      ["before:7d", [one]],
    ];
    for (const [operator, found] of expected) {
      expect([operator, await numbers(ctx, operator)]).toEqual([operator, found]);
      expect([operator, await numbers(ctx, `printer ${operator}`)]).toEqual([operator, found]);
    }
  });

  test("is:unread means that the customer has written since I looked", async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    const me = ctx.actor.type === "person" ? ctx.actor.personId : "";
    expect(await numbers(ctx, "is:unread")).toEqual([ticket.number]);
    await ctx.db.insert(ticketReads).values({
      personId: me,
      ticketId: ticket.id,
      readAt: new Date(ticket.updatedAt.getTime() + 1),
    });
    expect(await numbers(ctx, "is:unread")).toEqual([]);
    expect(await numbers(await as(ctx, { role: "agent" }), "is:unread")).toEqual([ticket.number]);
  });
});

test("a number leads to its ticket, a merged one to where its messages are", async () => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx, { subject: "Printer" });
  const merged = await makeTicket(ctx, { subject: "Unicorn", set: { mergedIntoId: ticket.id } });
  for (const q of [
    `#${ticket.number}`,
    `${ticket.number}`,
    `#${merged.ticket.number}`,
    "unicorn",
  ]) {
    expect(await numbers(ctx, q)).toEqual([ticket.number]);
  }
  expect((await searchDesk(ctx, { q: "#999999" })).hints).toEqual(["There is no ticket #999999."]);
});

test("no more than 50 tickets are shown, and it says so", async () => {
  const ctx = await makeContext();
  const customer = await makeCustomer(ctx);
  for (let count = 0; count < 52; count++) await makeTicket(ctx, { customer });
  for (const q of ["dashboard", "is:open"]) {
    const { tickets, more } = await searchDesk(ctx, { q });
    expect([tickets.length, more]).toEqual([50, true]);
  }
});

test("other systems may not search", async () => {
  const ctx = await makeContext();
  const system = await as(ctx, { connection: ["tickets.read"] });
  await expect(searchDesk(system, { q: "x" })).rejects.toMatchObject({ code: "forbidden" });
});

const anywhere: Scope = { filters: [], me: null, after: null, before: null };

test.skipIf(!onPostgres)(
  "no plan reads all messages, for a rare word or a common one",
  async () => {
    const ctx = await makeContext();
    const { ticket } = await makeTicket(ctx);
    await ctx.db.execute(sql`insert into ${messages} (id, ticket_id, author, public, text, created_at)
    select gen_random_uuid(), ${ticket.id}, 'customer', true, 'common words ' || n, now() - n * interval '1 minute'
    from generate_series(1, 40000) n`);
    await ctx.db.execute(sql`analyze ${messages}`);
    await ctx.db.transaction(async (db) => {
      await searchByIndex(db);
      const planOf = async (words: string, way: "index" | "newest", scope: Scope = anywhere) =>
        JSON.stringify(await rowsOf(db, sql`explain ${messageQuery(words, way, scope)}`));
      const rare = await planOf("'17'", "index");
      expect(rare).toContain("messages_search_idx");
      expect(rare).toContain("messages_search_long_idx");
      expect(rare).not.toContain("Seq Scan");
      const common = await planOf("'common'", "newest");
      expect(common).toContain("messages_created_idx");
      expect(common).not.toContain("Seq Scan");
      const inside = await planOf("'common'", "newest", {
        ...anywhere,
        filters: [{ op: "from", values: [ticket.customerId], not: false }],
      });
      expect(inside).toContain("messages_ticket_idx");
      expect(inside).not.toContain("Seq Scan");
      // However large the desk: a word that is in no statistics is taken for a rare one.
      const unheard = await messagesWith(db, "'unheard'", ["'unheard'"]);
      expect(unheard).toMatchObject({ unknown: true });
      const both = ["'common'", "'unheard'"];
      expect(await messagesWith(db, both.join(" & "), both)).toMatchObject({ unknown: true });
      const known = ["'common'", "'words'"];
      expect(await messagesWith(db, known.join(" & "), known)).toMatchObject({ unknown: false });
    });
  },
);

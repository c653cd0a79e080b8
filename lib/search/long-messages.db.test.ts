import { describe, expect, test } from "vitest";
import { makeContext, type TestContext } from "@/db/testing/context";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { messageCandidates } from "./candidate-store";
import { searchDesk } from "./search-desk";

const numbers = async (ctx: TestContext, q: string) =>
  (await searchDesk(ctx, { q })).tickets.map(({ number }) => number);

const textOf = (pieces: { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");

describe("long messages", () => {
  /** Behind the 20,000th character, where `search` ends. */
  const filler = "padding ".repeat(3_000);

  test("are found by words behind their beginning, which are marked", async () => {
    const ctx = await makeContext();
    const customer = await makeCustomer(ctx, { email: "long@acme.test" });
    const body = `Overture ${filler}the xylophone is broken.`;
    const { ticket } = await makeTicket(ctx, { customer, body });
    const { ticket: short } = await makeTicket(ctx, { body: "A xylophone." });
    const { tickets } = await searchDesk(ctx, { q: "xylophone" });
    expect(tickets.map(({ number }) => number).sort()).toEqual(
      [ticket.number, short.number].sort(),
    );
    expect(textOf(tickets.find(({ number }) => number === ticket.number)?.snippet ?? [])).toMatch(
      /^… padding .*the \[xylophone\] is broken\.$/,
    );
    for (const q of [
      "overture xylophone",
      '"xylophone is broken"',
      "overture -violin",
      "overture broke",
      "xylophone is:open overture",
      "overture xylophone from:long@acme.test",
    ]) {
      expect([q, await numbers(ctx, q)]).toEqual([q, [ticket.number]]);
    }
    for (const q of ["overture -xylophone", '"overture xylophone"', "overture violin"]) {
      expect([q, await numbers(ctx, q)]).toEqual([q, []]);
    }
  });

  test("are searched up to their 100,000th character, and are stored however wild", async () => {
    const ctx = await makeContext();
    const long = "padding ".repeat(12_000);
    const { ticket } = await makeTicket(ctx, {
      body: `${long}xylophone ${"padding ".repeat(1_000)}trombone`,
    });
    expect(await numbers(ctx, "xylophone")).toEqual([ticket.number]);
    expect(await numbers(ctx, "trombone")).toEqual([]);
    const letter = (at: number) => String.fromCodePoint(0x20000 + (at % 40_000));
    const wild = Array.from({ length: 34_000 }, (_, at) => `${letter(at)}${letter(at * 7)}-`);
    const { ticket: stored } = await makeTicket(ctx, { body: `glockenspiel ${wild.join("")}` });
    expect(await numbers(ctx, "glockenspiel")).toEqual([stored.number]);
  });

  test("count by how well they have the words", async () => {
    const ctx = await makeContext();
    const once = await makeTicket(ctx, { body: `${filler}one xylophone` });
    const often = await makeTicket(ctx, { body: `${filler}${"xylophone ".repeat(50)}` });
    const ranks = await messageCandidates(
      ctx.db,
      { words: "'xylophone'", each: ["'xylophone'"] },
      { filters: [], me: null, after: null, before: null },
    );
    const rank = (id: string) => ranks.find(({ ticketId }) => ticketId === id)?.rank ?? 0;
    expect(rank(once.ticket.id)).toBeGreaterThan(0);
    expect(rank(often.ticket.id)).toBeGreaterThan(rank(once.ticket.id));
  });
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, billingEvents, customers } from "@/db/schema/customer";
import { tickets } from "@/db/schema/ticket";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeAttempt, makeCustomer, makeTicket } from "@/db/testing/make";
import { addCustomerNote } from "../customer";
import { CUSTOMERS_PAGE } from "../customer/model";
import { newId, toPublicId } from "../platform/ids";
import { listCustomers, readCustomer, readCustomerNotes, readCustomerTickets } from ".";

const HOUR = 3_600_000; // ms
const BEGINNING = Date.parse("2026-03-01T10:00:00Z");
const hour = (n: number) => new Date(BEGINNING + n * HOUR);

const found = async (ctx: TestContext, q: string) =>
  (await listCustomers(ctx, { q })).rows.map(({ name }) => name);

describe("the list of customers", () => {
  test("is ordered by their newest activity, and pages without losing or doubling anybody", async () => {
    const ctx = await makeContext();
    const account = (await makeCustomer(ctx, { account: "acme" })).account;
    const many = CUSTOMERS_PAGE + 3;
    const rows = Array.from({ length: many }, (_, n) => ({ id: newId(), n }));
    await ctx.db
      .insert(customers)
      .values(rows.map(({ id, n }) => ({ id, accountId: account.id, name: `Person ${n}` })));
    // Two each: the later one counts. Person 0 was active last.
    await ctx.db.insert(tickets).values(
      rows.flatMap(({ id, n }) =>
        [n, n + 1000].map((back) => ({
          ...{ id: newId(), customerId: id, channel: "email" as const, subject: "", body: "" },
          createdAt: hour(-back),
          updatedAt: hour(-back),
        })),
      ),
    );

    const first = await listCustomers(ctx, {});
    const second = await listCustomers(ctx, { before: first.next ?? "" });
    const names = [...first.rows, ...second.rows].map(({ name }) => name);
    expect(first.rows).toHaveLength(CUSTOMERS_PAGE);
    expect(second.next).toBeNull();
    expect(names).toEqual(rows.map(({ n }) => `Person ${n}`));
    expect(first.rows[0]).toMatchObject({
      tickets: 2,
      open: 2,
      activeAt: hour(0).toISOString(),
      account: { name: "acme" },
    });
  });

  test("finds by name, also misspelt, and by address; others stay away", async () => {
    const ctx = await makeContext();
    for (const [name, email] of [
      ["Priya Raghunathan", "pr@north.example"],
      ["Jonas Lindqvist", "jonas@lind.example"],
    ] as const) {
      await makeTicket(ctx, { customer: await makeCustomer(ctx, { name, email }) });
    }

    expect(await found(ctx, "raghu")).toEqual(["Priya Raghunathan"]);
    expect(await found(ctx, "Ragunathan")).toEqual(["Priya Raghunathan"]);
    expect(await found(ctx, "lind.example")).toEqual(["Jonas Lindqvist"]);
    expect(await found(ctx, "jo")).toEqual(["Jonas Lindqvist"]);
    expect(await found(ctx, "100%_")).toEqual([]);
    await expect(listCustomers(ctx, { before: "elsewhere" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("the page of a customer", () => {
  test("holds account, billing, feelings and colleagues, by either form of the id", async () => {
    const ctx = await makeContext();
    const mina = await makeCustomer(ctx, { account: "acme", tier: "enterprise" });
    await makeCustomer(ctx, { account: "acme", name: "Otto Brandt" });
    await ctx.db
      .update(accounts)
      .set({ usage: { projects: 7 } })
      .where(eq(accounts.key, "acme"));
    await ctx.db.insert(billingEvents).values({
      ...{ id: newId(), accountId: mina.account.id, kind: "refund", detail: "Twice paid" },
      at: hour(1),
    });
    for (const [n, sentiment] of [-0.5, null, 0.25].entries()) {
      await makeTicket(ctx, { customer: mina, createdAt: hour(n), set: { sentiment } });
    }

    const page = await readCustomer(ctx, { id: mina.id });
    expect(page).toMatchObject({
      name: "Mina Okafor",
      account: { tier: "enterprise", usage: { projects: 7 } },
      colleagues: [{ name: "Otto Brandt" }],
      billing: [{ kind: "refund", detail: "Twice paid" }],
    });
    expect(page.sentiment.map(({ value }) => value)).toEqual([-0.5, 0.25]);
    expect(await readCustomer(ctx, { id: toPublicId("c", mina.id) })).toEqual(page);
    for (const id of [newId(), "c_nobody", "'; drop"]) {
      await expect(readCustomer(ctx, { id })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("lists the tickets of the person, or of the account, with their badges", async () => {
    const ctx = await makeContext();
    const mina = await makeCustomer(ctx, { account: "acme" });
    const otto = await makeCustomer(ctx, { account: "acme", name: "Otto Brandt" });
    const hers = await makeTicket(ctx, { customer: mina, createdAt: hour(1) });
    await makeTicket(ctx, { customer: otto, createdAt: hour(2) });
    await makeTicket(ctx);
    const at = { ticketId: hers.ticket.id, answersMessageId: hers.message.id };
    await makeAttempt(ctx, { ...at, confidence: 0.42 });

    const own = await readCustomerTickets(ctx, { id: mina.id, of: "customer" });
    expect(own.rows).toMatchObject([{ customer: "Mina Okafor", badge: { confidence: 0.42 } }]);
    const all = await readCustomerTickets(ctx, { id: mina.id, of: "account" });
    expect(all.rows.map(({ customer }) => customer)).toEqual(["Otto Brandt", "Mina Okafor"]);
    const before = `${hour(2).getTime()}_00000000-0000-0000-0000-000000000000`;
    const later = await readCustomerTickets(ctx, { id: mina.id, of: "account", before });
    expect(later.rows.map(({ customer }) => customer)).toEqual(["Mina Okafor"]);
  });

  test("shows notes to people at the desk, and says whose they are", async () => {
    const ctx = await makeContext();
    const { id } = await makeCustomer(ctx);
    await addCustomerNote(ctx, { customerId: id, text: "Prefers calls." });
    const other = await as(ctx, { role: "reviewer" });

    expect(await readCustomerNotes(ctx, { id })).toMatchObject({
      tags: [],
      notes: [{ text: "Prefers calls.", author: "Test agent", mine: true }],
    });
    expect((await readCustomerNotes(other, { id })).notes).toMatchObject([{ mine: false }]);
    const machine = await as(ctx, { connection: ["ingest"] });
    await expect(readCustomerNotes(machine, { id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(readCustomer(machine, { id })).rejects.toMatchObject({ code: "forbidden" });
  });
});

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, customerEmails, customers } from "@/db/schema/customer";
import { makeContext } from "@/db/testing/context";
import type { Context } from "../platform/context";
import { transaction } from "../platform/context";
import { type CustomerFacts, findOrCreateCustomer } from "./find-or-create";

const find = (ctx: Context, facts: CustomerFacts) =>
  transaction(ctx, (tx) => findOrCreateCustomer(tx, facts));

const ACME = { key: "acme", name: "Acme Ltd" };

describe("the customer behind an address", () => {
  test("is one person, also when asked for by many at once", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    const all = await Promise.all(
      Array.from({ length: 30 }, () => find(ctx, { email: "mina@example.org", account: ACME })),
    );

    expect(new Set(all.map((one) => one.customerId)).size).toBe(1);
    expect(await ctx.db.select().from(customers)).toHaveLength(1);
    expect(await ctx.db.select().from(customerEmails)).toHaveLength(1);
    expect(await ctx.db.select().from(accounts)).toMatchObject([ACME]);
  });

  test("shares an account with colleagues, and with nobody unless told so", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    const mina = await find(ctx, { email: "mina@example.org", account: ACME });
    const otto = await find(ctx, { email: "otto@example.org", account: ACME });
    const eve = await find(ctx, { email: "eve@example.org" });

    expect(otto.accountId).toBe(mina.accountId);
    expect(eve.accountId).not.toBe(mina.accountId);
    expect(otto.customerId).not.toBe(mina.customerId);
  });

  test("joins a company once it is named, but does not change from one to another", async () => {
    const ctx = await makeContext({ connection: ["ingest"] });
    const alone = await find(ctx, { email: "mina@example.org" });
    const joined = await find(ctx, { email: "mina@example.org", account: ACME });
    const other = { key: "other", name: "Other Ltd" };
    const later = await find(ctx, { email: "mina@example.org", account: other });

    expect(joined.customerId).toBe(alone.customerId);
    expect(joined.accountId).not.toBe(alone.accountId);
    expect(later.accountId).toBe(joined.accountId);
    const [row] = await ctx.db.select().from(customers).where(eq(customers.id, alone.customerId));
    expect(row?.accountId).toBe(joined.accountId);
  });
});

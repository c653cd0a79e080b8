import { asc } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, billingEvents } from "@/db/schema/customer";
import { connection, eventsOf, send, ticketOf } from "@/db/testing/ingest";
import { runJobs } from "@/db/testing/run-jobs";
import { accountValue } from "../customer/model";
import type { Context } from "../platform/context";

const FAILED = {
  kind: "invoice_failed",
  amount_cents: 4900,
  currency: "eur",
  detail: "Card expired",
  at: "2026-11-20T09:00:00Z",
};
const ACME = {
  id: "acme",
  name: "Acme Ltd",
  tier: "business",
  seats: 12,
  trial_until: "2026-12-01T00:00:00Z",
  usage: { projects: 7 },
  onboarding_steps: [{ step: "Invite the team", done: true }, { step: "Import projects" }],
  billing_events: [FAILED],
};
const accountRow = async (ctx: Context) => (await ctx.db.select().from(accounts))[0];

describe("what a request tells of its account", () => {
  test("is kept, and the ticket weighs as much as the account", async () => {
    const ctx = await connection();
    const { ticketId } = await send(ctx, { account: ACME });
    expect(await accountRow(ctx)).toMatchObject({
      key: "acme",
      tier: "business",
      seats: 12,
      trialUntil: new Date(ACME.trial_until),
      usage: { projects: 7 },
      onboarding: [
        { step: "Invite the team", done: true },
        { step: "Import projects", done: false },
      ],
    });
    expect(await ctx.db.select().from(billingEvents)).toMatchObject([
      { kind: "invoice_failed", amountCents: 4900, currency: "EUR", detail: "Card expired" },
    ]);
    expect((await ticketOf(ctx, ticketId)).value).toBe(accountValue("business", 12));
  });

  test("changes with the newest word, field by field; billing events come once", async () => {
    const ctx = await connection();
    const first = await send(ctx, { account: ACME });
    const paid = { ...FAILED, kind: "invoice_paid", id: "in_1" };
    const account = { id: "ACME", tier: "enterprise", billing_events: [FAILED, paid] };
    await send(ctx, { account, customer_email: "otto@example.org" });
    await send(ctx, { account, customer_email: "otto@example.org" });

    expect(await accountRow(ctx)).toMatchObject({ tier: "enterprise", seats: 12 });
    const billing = await ctx.db.select().from(billingEvents).orderBy(asc(billingEvents.kind));
    expect(billing.map(({ kind }) => kind)).toEqual(["invoice_failed", "invoice_paid"]);
    expect(await eventsOf(ctx, "customer.changed")).toHaveLength(2);
    await runJobs(ctx);
    expect((await ticketOf(ctx, first.ticketId)).value).toBe(accountValue("enterprise", 12));
  });

  test("of the past changes nothing but the billing events", async () => {
    const ctx = await connection();
    await send(ctx, { account: ACME });
    const old = { ...ACME, tier: "trial", billing_events: [{ ...FAILED, id: "old" }] };
    await send(ctx, { account: old, historic: true });
    const before = new Date(ctx.now().getTime() - 25 * 3_600_000).toISOString();
    await send(ctx, { account: { ...old, seats: 1 }, created_at: before });
    expect(await accountRow(ctx)).toMatchObject({ tier: "business", seats: 12 });
    expect(await ctx.db.select().from(billingEvents)).toHaveLength(2);
  });

  test("that is not the customer's says nothing of theirs, and nothing of the other", async () => {
    const ctx = await connection();
    await send(ctx, { account: ACME });
    await send(ctx, { account: { id: "other", tier: "free" } });
    expect(await ctx.db.select().from(accounts)).toMatchObject([{ key: "acme", tier: "business" }]);
  });
});

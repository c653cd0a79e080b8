import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accounts, customerEmails, customers } from "@/db/schema/customer";
import { events } from "@/db/schema/event";
import { as, makeContext } from "@/db/testing/context";
import { makeCustomer } from "@/db/testing/make";
import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import { editCustomer, undoCustomerChange } from "./edit-customer";
import { EditCustomerInput } from "./inputs";

const edit = (ctx: Context, input: unknown) => editCustomer(ctx, EditCustomerInput.parse(input));

async function stored(ctx: Context, customerId: string) {
  const [row] = await ctx.db
    .select({ name: customers.name, telephones: customers.telephones, account: accounts })
    .from(customers)
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .where(eq(customers.id, customerId));
  const emails = await ctx.db
    .select({ email: customerEmails.email })
    .from(customerEmails)
    .where(eq(customerEmails.customerId, customerId))
    .orderBy(customerEmails.email);
  return { ...row, emails: emails.map(({ email }) => email) };
}

const MINA = { name: "Mina", email: "mina@example.org", account: "acme", tier: "free" } as const;

describe("what is known of a customer", () => {
  test("is corrected, told with what stood there, and put back by undo", async () => {
    const ctx = await makeContext();
    const { id } = await makeCustomer(ctx, MINA);
    const { eventId } = await edit(ctx, {
      customerId: id,
      name: "Mina Okafor",
      emails: ["mina@example.org", "Mina@Work.example"],
      telephones: ["+49 30 1234567"],
      account: { name: "Acme", tier: "business", seats: 12, trialUntil: null },
    });

    expect(await stored(ctx, id)).toMatchObject({
      name: "Mina Okafor",
      telephones: ["+49 30 1234567"],
      emails: ["mina@example.org", "mina@work.example"],
      account: { name: "Acme", tier: "business", seats: 12 },
    });
    const [event] = await ctx.db.select().from(events).where(eq(events.type, "customer.changed"));
    expect(event?.payload).toEqual({
      customerId: id,
      before: {
        name: "Mina",
        emails: ["mina@example.org"],
        telephones: [],
        account: { name: "acme", tier: "free", seats: 1 },
      },
      after: expect.objectContaining({ account: { name: "Acme", tier: "business", seats: 12 } }),
    });

    await undoCustomerChange(ctx, { eventId: eventId ?? "" });
    expect(await stored(ctx, id)).toMatchObject({
      name: "Mina",
      telephones: [],
      emails: ["mina@example.org"],
      account: { name: "acme", tier: "free", seats: 1 },
    });
  });

  test("stays when nothing differs, and tells nothing", async () => {
    const ctx = await makeContext();
    const { id } = await makeCustomer(ctx, MINA);
    expect(await edit(ctx, { customerId: id, name: "Mina" })).toEqual({ eventId: null });
    expect(await ctx.db.select().from(events)).toEqual([]);
  });

  test("is not put back over a later change", async () => {
    const ctx = await makeContext();
    const { id } = await makeCustomer(ctx, MINA);
    const { eventId } = await edit(ctx, { customerId: id, account: { tier: "starter" } });
    await edit(ctx, { customerId: id, account: { tier: "enterprise" } });
    await expect(undoCustomerChange(ctx, { eventId: eventId ?? "" })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await stored(ctx, id)).account).toMatchObject({ tier: "enterprise" });
  });

  test("takes no address of somebody else, and leaves at least one", async () => {
    const ctx = await makeContext();
    const { id } = await makeCustomer(ctx, MINA);
    await makeCustomer(ctx, { email: "otto@example.org" });
    const emails = ["new@example.org", "otto@example.org"];
    await expect(edit(ctx, { customerId: id, name: "Eve", emails })).rejects.toMatchObject({
      code: "conflict",
      fields: { emails: ["otto@example.org belongs to somebody else"] },
    });
    await expect(edit(ctx, { customerId: id, emails: [] })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await stored(ctx, id)).toMatchObject({ name: "Mina", emails: ["mina@example.org"] });
  });

  test("is not for machines", async () => {
    const ctx = await makeContext();
    const { id } = await makeCustomer(ctx, MINA);
    const machine = await as(ctx, { connection: ["ingest"] });
    const forbidden = { code: "forbidden" };
    await expect(edit(machine, { customerId: id, name: "Eve" })).rejects.toMatchObject(forbidden);
    const undo = undoCustomerChange(machine, { eventId: newId() });
    await expect(undo).rejects.toMatchObject(forbidden);
  });
});

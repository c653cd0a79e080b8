import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { customerNotes, customers } from "@/db/schema/customer";
import { events } from "@/db/schema/event";
import { as, makeContext } from "@/db/testing/context";
import { makeCustomer } from "@/db/testing/make";
import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import { addCustomerNote, changeCustomerTags, editCustomerNote, removeCustomerNote } from ".";
import { CUSTOMER_TAGS } from "./model";

const noteOf = async (ctx: Context, id: string) => {
  const [row] = await ctx.db.select().from(customerNotes).where(eq(customerNotes.id, id));
  return row ?? null;
};

describe("notes on a customer", () => {
  test("are added, rewritten and removed by who wrote them", async () => {
    const ctx = await makeContext();
    const { id: customerId } = await makeCustomer(ctx);
    const { noteId } = await addCustomerNote(ctx, { customerId, text: "Calls on Mondays." });
    const expected = (await noteOf(ctx, noteId))?.updatedAt.toISOString() ?? "";

    ctx.advance(60_000);
    await editCustomerNote(ctx, { noteId, text: "Calls on Fridays.", expected });
    expect(await noteOf(ctx, noteId)).toMatchObject({ text: "Calls on Fridays.", customerId });
    // The other tab still shows the first words.
    await expect(
      editCustomerNote(ctx, { noteId, text: "Calls never.", expected }),
    ).rejects.toMatchObject({ code: "conflict" });

    await removeCustomerNote(ctx, { noteId });
    expect(await noteOf(ctx, noteId)).toBeNull();
    await expect(removeCustomerNote(ctx, { noteId })).rejects.toMatchObject({ code: "not_found" });
    const told = await ctx.db.select().from(events).orderBy(events.seq);
    expect(told.map(({ type, payload }) => [type, payload.change])).toEqual(
      ["added", "edited", "removed"].map((change) => ["customer_note.changed", change]),
    );
    expect(JSON.stringify(told)).not.toContain("Calls");
  });

  test("of a colleague stay as they are", async () => {
    const ctx = await makeContext();
    const { id: customerId } = await makeCustomer(ctx);
    const { noteId } = await addCustomerNote(ctx, { customerId, text: "Hers." });
    const expected = (await noteOf(ctx, noteId))?.updatedAt.toISOString() ?? "";
    const admin = await as(ctx, { role: "admin" });

    const tries = [
      () => editCustomerNote(admin, { noteId, text: "His.", expected }),
      () => removeCustomerNote(admin, { noteId }),
    ];
    for (const one of tries) await expect(one()).rejects.toMatchObject({ code: "forbidden" });
    expect(await noteOf(ctx, noteId)).toMatchObject({ text: "Hers." });
  });

  test("are for people at the desk, and for customers who are there", async () => {
    const ctx = await makeContext();
    const { id: customerId } = await makeCustomer(ctx);
    const machine = await as(ctx, { connection: ["ingest"] });

    await expect(addCustomerNote(machine, { customerId, text: "No." })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(addCustomerNote(ctx, { customerId: newId(), text: "Who?" })).rejects.toMatchObject(
      { code: "not_found" },
    );
    expect(await ctx.db.select().from(customerNotes)).toEqual([]);
  });
});

describe("tags of a customer", () => {
  test("come and go, once each, and tell only of changes", async () => {
    const ctx = await makeContext();
    const { id: customerId } = await makeCustomer(ctx);
    const change = (add: string[], remove: string[] = []) =>
      changeCustomerTags(ctx, { customerId, add, remove });

    await change(["vip", "beta"]);
    await change(["vip"]);
    expect(await change(["chatty"], ["beta", "never there"])).toEqual({ tags: ["vip", "chatty"] });

    const [row] = await ctx.db.select().from(customers).where(eq(customers.id, customerId));
    expect(row?.tags).toEqual(["vip", "chatty"]);
    expect(await ctx.db.select().from(events).orderBy(events.seq)).toMatchObject([
      { type: "customer.tagged", payload: { added: ["vip", "beta"], removed: [] } },
      { type: "customer.tagged", payload: { added: ["chatty"], removed: ["beta"] } },
    ]);
  });

  test("are not endless, and not for machines", async () => {
    const ctx = await makeContext();
    const { id: customerId } = await makeCustomer(ctx);
    const many = Array.from({ length: CUSTOMER_TAGS + 1 }, (_, n) => `tag ${n}`);
    const machine = await as(ctx, { connection: ["ingest"] });

    await expect(
      changeCustomerTags(ctx, { customerId, add: many, remove: [] }),
    ).rejects.toMatchObject({ code: "invalid" });
    await expect(
      changeCustomerTags(machine, { customerId, add: ["x"], remove: [] }),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

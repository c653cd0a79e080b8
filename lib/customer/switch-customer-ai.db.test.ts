import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { customers } from "@/db/schema/customer";
import { events } from "@/db/schema/event";
import { as, makeContext } from "@/db/testing/context";
import { makeCustomer } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { switchCustomerAi } from ".";

describe("switchCustomerAi", () => {
  test("stops the AI for one person, not for a colleague of the same account", async () => {
    const ctx = await makeContext();
    const mina = await makeCustomer(ctx, { account: "acme" });
    await makeCustomer(ctx, { account: "acme" });

    await switchCustomerAi(ctx, { customerId: mina.id, stopped: true });
    await switchCustomerAi(ctx, { customerId: mina.id, stopped: true });

    const stopped = await ctx.db.select().from(customers).where(eq(customers.aiStopped, true));
    expect(stopped).toMatchObject([{ id: mina.id }]);
    expect(await ctx.db.select().from(events)).toMatchObject([
      { type: "ai.switched", payload: { scope: "customer", id: mina.id, stopped: true } },
    ]);
  });

  test("is for people at the desk, and for customers who are there", async () => {
    const ctx = await makeContext();
    const { id: customerId } = await makeCustomer(ctx);
    const machine = await as(ctx, { connection: ["ingest"] });
    await expect(switchCustomerAi(machine, { customerId, stopped: true })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      switchCustomerAi(ctx, { customerId: newId(), stopped: true }),
    ).rejects.toMatchObject({ code: "not_found" });
    expect(await ctx.db.select().from(events)).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { connection, send, ticketOf } from "@/db/testing/ingest";
import { makeCustomer } from "@/db/testing/make";
import { accountValue } from "../customer/model";

test("a ticket weighs what its account does, also once the customer joins another", async () => {
  const ctx = await connection();
  await makeCustomer(ctx, { account: "acme", tier: "enterprise" });
  const alone = await send(ctx);
  expect((await ticketOf(ctx, alone.ticketId)).value).toBe(accountValue("free", 1));

  const joined = await send(ctx, { account: { id: "acme", name: "Acme" } });
  const enterprise = accountValue("enterprise", 1);
  expect((await ticketOf(ctx, joined.ticketId)).value).toBe(enterprise);
  expect((await ticketOf(ctx, alone.ticketId)).value).toBe(enterprise);
});

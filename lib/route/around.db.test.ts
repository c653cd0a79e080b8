import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { customers } from "@/db/schema/customer";
import { routings } from "@/db/schema/route";
import { connection, send, ticketOf } from "@/db/testing/ingest";
import { runJobs } from "@/db/testing/run-jobs";
import type { Context } from "../platform/context";

const inputsOf = (ctx: Context, ticketId: string) =>
  ctx.db
    .select({ inputs: routings.inputs })
    .from(routings)
    .where(eq(routings.ticketId, ticketId))
    .orderBy(routings.createdAt);

test("who sent a request, from where and through what is kept for rules", async () => {
  const ctx = await connection();
  const request = {
    conversation_id: "chat-1",
    page: "https://app.example/billing",
    product_area: "reports",
    priority: "high",
    account: { id: "acme", tier: "business", seats: 12, usage: { projects: 7 } },
  };
  const { ticketId } = await send(ctx, request);
  expect(await ticketOf(ctx, ticketId)).toMatchObject({ productArea: "reports" });
  await ctx.db.update(customers).set({ tags: ["vip"] });
  await runJobs(ctx);
  await send(ctx, { conversation_id: "chat-1", body: "It still fails.", product_area: "exports" });
  expect(await ticketOf(ctx, ticketId)).toMatchObject({ productArea: "exports" });
  await runJobs(ctx);

  const [first, second] = await inputsOf(ctx, ticketId);
  expect(first?.inputs.facts.around).toEqual({
    customer: { addresses: ["mina@example.org"], tags: ["vip"] },
    connection: expect.any(String),
    page: "https://app.example/billing",
    productArea: "reports",
    team: null,
    caller: { priority: "high", category: null },
    seats: 12,
    usage: { projects: 7 },
    joined: false,
  });
  expect(second?.inputs.facts.around).toMatchObject({
    page: null,
    productArea: "exports",
    team: "Engineering",
    joined: true,
  });
});

import { describe, expect, test } from "vitest";
import { deliveries } from "@/db/schema/deliver";
import { teams } from "@/db/schema/person";
import { rules } from "@/db/schema/rule";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { newId } from "../platform/ids";
import { readReadings, readStatus } from ".";

const HOUR_MS = 3_600_000;

async function makeDelivery(ctx: TestContext, values: Partial<typeof deliveries.$inferInsert>) {
  const { ticket, message } = await makeTicket(ctx);
  await ctx.db.insert(deliveries).values({
    id: newId(),
    ticketId: ticket.id,
    messageId: message.id,
    transport: "smtp",
    destination: "mina@example.org",
    stableId: newId(),
    createdAt: ctx.now(),
    updatedAt: ctx.now(),
    ...values,
  });
}

describe("replies that are refused", () => {
  test("count from the second refusal on, and failed ones for an hour", async () => {
    const ctx = await makeContext();
    const refused = async () => (await readStatus(ctx, async () => "b")).refusedReplies;
    await makeDelivery(ctx, { state: "queued", tries: 1 });
    await makeDelivery(ctx, { state: "sent", tries: 5, sentAt: ctx.now() });
    await makeDelivery(ctx, { state: "cancelled", tries: 5 });
    expect(await refused()).toBe(0);

    await makeDelivery(ctx, { state: "queued", tries: 2 });
    await makeDelivery(ctx, { state: "failed", tries: 1 });
    expect(await refused()).toBe(2);

    ctx.advance(HOUR_MS + 1);
    expect(await refused()).toBe(1);
  });
});

test("rules whose team or person is gone are told to those who can change them, until mended", async () => {
  const ctx = await makeContext({ role: "admin" });
  const gone = async (who: TestContext = ctx) =>
    (await readStatus(who, async () => "b")).missingTargets;
  expect(await gone()).toBe(0);
  const position = 100;
  const actions = { team: "Retired", priorityEvenIfLower: false, tags: [] };
  const rule = { name: "Old", position, conditions: [], actions };
  await ctx.db.insert(rules).values([
    { ...rule, id: newId() },
    { ...rule, id: newId(), enabled: false },
    {
      ...rule,
      id: newId(),
      actions: { ...actions, team: undefined, assignee: { mode: "person", personId: newId() } },
    },
  ]);
  await ctx.db
    .insert(rules)
    .values({ ...rule, id: newId(), actions: { ...actions, team: undefined, sla: "Gold" } });
  expect(await gone()).toBe(3);
  expect(await gone(await as(ctx, { role: "agent" }))).toBeNull();

  await ctx.db.insert(teams).values({ id: newId(), name: "Retired" });
  expect(await gone()).toBe(2);
});

test("readings name what waits, with labels that are words of the code", async () => {
  const ctx = await makeContext();
  await makeDelivery(ctx, { state: "queued" });
  const readings = await readReadings(ctx);

  expect(readings).toContainEqual(
    expect.objectContaining({ name: "deliveries_waiting", value: 1 }),
  );
  expect(readings).toContainEqual(
    expect.objectContaining({ name: "tickets_open", value: 1, labels: { status: "open" } }),
  );
  expect(readings).toContainEqual(
    expect.objectContaining({ name: "queue_ready", labels: { queue: "follow" } }),
  );
  await expect(readReadings(await makeContext({ connection: [] }))).rejects.toMatchObject({
    code: "forbidden",
  });
});

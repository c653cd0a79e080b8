import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { tickets, ticketTransitions } from "@/db/schema/ticket";
import { makeContext } from "@/db/testing/context";
import { makeTicket } from "@/db/testing/make";
import { TRANSITIONS } from "./model";
import { moveTicket } from "./move-ticket";
import { updateStatus } from "./store";

test("the database knows the same moves as the code", async () => {
  const ctx = await makeContext();
  const rows = await ctx.db.select().from(ticketTransitions);
  const words = rows.map((row) => [row.fromStatus, row.toStatus, row.mover].join(" "));
  expect(words.sort()).toEqual(TRANSITIONS.map((move) => move.join(" ")).sort());
});

test.each([
  ["by somebody who may not make it", { status: "in_progress", movedBy: "customer" }],
  ["by nobody", { status: "resolved", movedBy: null }],
] as const)("the database refuses a move %s", async (_name, set) => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx);
  const change = ctx.db.update(tickets).set(set).where(eq(tickets.id, ticket.id));
  await expect(change).rejects.toMatchObject({
    cause: { message: expect.stringContaining("a ticket may not go from open to") },
  });
  expect(await ctx.db.select().from(tickets)).toMatchObject([{ status: "open" }]);
});

test.each([
  ["resolved", "in_progress", "ai"],
  ["closed", "in_progress", "person"],
  ["resolved", "pending_customer", "undo"],
] as const)("a move from %s to %s by %s is told in words", async (from, to, mover) => {
  const ctx = await makeContext();
  const { ticket } = await makeTicket(ctx, { status: from });
  const refused = { code: "conflict", message: expect.stringMatching(`is ${from}.* can't become`) };
  const byTable = moveTicket(ctx, { ticketId: ticket.id, to, mover, because: "test" });
  await expect(byTable).rejects.toMatchObject(refused);
  // The same when the code's table lets it pass: the database has the last word.
  const byTrigger = updateStatus(ctx.db, ticket.id, from, to, mover, ctx.now());
  await expect(byTrigger).rejects.toMatchObject(refused);
});

test("the database lets a ticket make every move of the table", async () => {
  const ctx = await makeContext();
  for (const [from, to, mover] of TRANSITIONS) {
    const { ticket } = await makeTicket(ctx, { status: from });
    await moveTicket(ctx, { ticketId: ticket.id, to, mover, because: "test" });
    const now = ctx.db.select().from(tickets).where(eq(tickets.id, ticket.id));
    expect(await now).toMatchObject([{ status: to, movedBy: mover }]);
  }
});

import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { customers } from "@/db/schema/customer";
import { events } from "@/db/schema/event";
import { messages, tickets } from "@/db/schema/ticket";
import { as, makeContext } from "@/db/testing/context";
import { makeCustomer } from "@/db/testing/make";
import { participantsOf } from "../ticket";
import { OpenByHandInput } from "./by-hand-inputs";
import { openByHand } from "./open-by-hand";

const CALL = {
  customer: { name: "Lena Weiss", telephone: "+49 30 / 123-456" },
  by: "telephone",
  subject: "Invoice is missing",
  said: "Where is the invoice of March?",
} as const;

const input = (more: object = {}) => OpenByHandInput.parse({ ...CALL, ...more });

test("a call becomes a ticket that routing sees, and the AI only drafts", async () => {
  const ctx = await makeContext();
  const priority = "high" as const;
  const { ticketId } = await openByHand(ctx, input({ priority, answered: "We send it today." }));

  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  expect(ticket).toMatchObject({
    channel: "manual",
    subject: CALL.subject,
    status: "open",
    priority,
  });
  expect(ticket?.waitingSince).not.toBeNull();
  expect(ticket?.escalationReason).toMatch(/opened it by hand/);
  const thread = await ctx.db.select().from(messages).where(eq(messages.ticketId, ticketId));
  expect(thread.map(({ author, public: shown, text }) => [author, shown, text])).toEqual([
    ["customer", true, CALL.said],
    ["agent", false, "What was answered: We send it today."],
  ]);
  const told = await ctx.db.select().from(events).where(eq(events.ticketId, ticketId));
  expect(told.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["message.received", "note.added", "ticket.priority_changed"]),
  );
});

test("who has called before is the same person", async () => {
  const ctx = await makeContext();
  await openByHand(ctx, input());
  await openByHand(ctx, input({ customer: { name: "L. Weiss", telephone: "+4930123456" } }));
  expect(await ctx.db.select().from(customers)).toMatchObject([
    { name: "Lena Weiss", telephones: ["+4930123456"] },
  ]);
});

test("a known customer is written to at their address, and the AI may answer when it is let", async () => {
  const ctx = await makeContext();
  const { id, email } = await makeCustomer(ctx);
  const { ticketId } = await openByHand(ctx, input({ customer: { id }, automatic: true }));
  expect(await participantsOf(ctx.db, ticketId)).toEqual([email]);
  const [ticket] = await ctx.db.select().from(tickets).where(eq(tickets.id, ticketId));
  expect(ticket).toMatchObject({ customerId: id, escalationReason: null });
});

test("refuses other systems and people who have left, and makes nothing", async () => {
  const ctx = await makeContext();
  const system = await as(ctx, { connection: ["tickets.write"] });
  await expect(openByHand(system, input())).rejects.toMatchObject({ code: "forbidden" });
  const personId = "01980000-0000-7000-8000-000000000000";
  await expect(openByHand(ctx, input({ personId }))).rejects.toMatchObject({ code: "invalid" });
  expect(await ctx.db.select().from(tickets)).toEqual([]);
});

test("a caller needs an address or a number", () => {
  const customer = { name: "Lena" };
  expect(OpenByHandInput.safeParse({ ...CALL, customer }).success).toBe(false);
});

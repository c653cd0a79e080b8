import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/db/schema/ticket";
import { as } from "@/db/testing/context";
import { approvedReply, stateOf, worker } from "@/db/testing/deliveries";
import { makeCustomer, makeTicket } from "@/db/testing/make";
import { mergeTickets } from "./merge-tickets";

test("a reply that waits while its ticket is merged goes to whom it was approved for", async () => {
  const ctx = await worker();
  const { reply, customer, ticket, send } = await approvedReply(ctx, { author: "agent" });
  // Whoever comes first in the alphabet is written to where no message says who asked.
  const stranger = await makeCustomer(ctx, { email: "aa@example.org" });
  const { ticket: other } = await makeTicket(ctx, { customer: stranger });
  // The stranger's message is the last one before the reply.
  const later = new Date(ctx.now().getTime() + 1000);
  await ctx.db.update(messages).set({ createdAt: later }).where(eq(messages.id, reply.id));
  const both = { sourceId: ticket.id, targetId: other.id, acrossAccounts: true };
  await mergeTickets(await as(ctx, {}), both);

  expect(await send()).toBe("sent by outbox");
  const { delivery } = await stateOf(ctx, { ...reply, ticketId: other.id });
  expect(delivery).toMatchObject({ state: "sent", destination: customer.email });
});

import { expect, test } from "vitest";
import { as } from "@/db/testing/context";
import { approvedReply, stateOf, worker } from "@/db/testing/deliveries";
import { makeTicket } from "@/db/testing/make";
import { mergeTickets } from "./merge-tickets";

test("a reply that waits while its ticket is merged goes to whom it was approved for", async () => {
  const ctx = await worker();
  const { ticket: other } = await makeTicket(ctx, {});
  const { reply, customer, ticket, send } = await approvedReply(ctx, { author: "agent" });
  const person = await as(ctx, {});
  const both = { sourceId: ticket.id, targetId: other.id, acrossAccounts: true };
  await mergeTickets(person, both);

  expect(await send()).toBe("sent by outbox");
  const { delivery } = await stateOf(ctx, { ...reply, ticketId: other.id });
  expect(delivery).toMatchObject({ state: "sent", destination: customer.email });
});

test("also where others of the merged ticket wrote later", async () => {
  const ctx = await worker();
  const { reply, customer, ticket, send } = await approvedReply(ctx, { author: "agent" });
  ctx.advance(-1);
  const { ticket: other } = await makeTicket(ctx, {});
  ctx.advance(1);
  const both = { sourceId: ticket.id, targetId: other.id, acrossAccounts: true };
  await mergeTickets(await as(ctx, {}), both);
  await send();
  const { delivery } = await stateOf(ctx, { ...reply, ticketId: other.id });
  expect(delivery.destination).toBe(customer.email);
});

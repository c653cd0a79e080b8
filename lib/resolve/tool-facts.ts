import { addressesOf, customerContext } from "../customer";
import { getSetting } from "../desk";
import type { Context } from "../platform/context";
import { participantsOf, type Ticket } from "../ticket";
import { type ToolFacts, toolsFor } from "../tool";

/** Whose data the tools of a ticket may touch, as it is now; no word of a model goes into it. */
export async function toolFacts(ctx: Context, ticket: Ticket): Promise<ToolFacts> {
  const { db } = ctx;
  const { customer, account } = await customerContext(db, ticket.customerId);
  const own = await addressesOf(db, customer.id);
  const written = await participantsOf(db, ticket.id);
  // Somebody in copy is not the customer.
  const email = own.find((address) => written.includes(address)) ?? own[0] ?? null;
  return {
    ticketId: ticket.id,
    bound: {
      "customer.id": customer.id,
      "customer.email": email,
      "account.id": account.id,
      "account.name": account.name,
      "ticket.id": ticket.id,
      "ticket.number": String(ticket.number),
    },
    hosts: await getSetting(db, "ai.toolHosts"),
  };
}

/** What a model may use for a draft to this ticket. */
export const modelTools = async (ctx: Context, ticket: Ticket) =>
  toolsFor(ctx, await toolFacts(ctx, ticket));

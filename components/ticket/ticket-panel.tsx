"use client";

import type { TicketView } from "@/lib/inbox/model";
import { CustomerFacts } from "./customer-facts";
import { EarlierTickets } from "./earlier-tickets";
import { TicketFacts } from "./ticket-facts";

/** Everything about the ticket that is not the conversation. */
export function TicketPanel({ ticket, queue }: { ticket: TicketView; queue: string }) {
  return (
    <section aria-label="Customer and ticket">
      <TicketFacts ticket={ticket} />
      <CustomerFacts customer={ticket.customer} />
      <EarlierTickets ticket={ticket} queue={queue} />
    </section>
  );
}

"use client";

import type { TicketView } from "@/lib/inbox/model";
import { BillingFacts, CustomerFacts, OnboardingFacts } from "./customer-facts";
import { EarlierTickets } from "./earlier-tickets";
import { TicketFacts } from "./ticket-facts";

/** Everything about the ticket that is not the conversation. */
export function TicketPanel({ ticket, queue }: { ticket: TicketView; queue: string }) {
  return (
    <section aria-label="Customer and ticket">
      <CustomerFacts ticketId={ticket.id} customer={ticket.customer} />
      <TicketFacts ticket={ticket} />
      <BillingFacts events={ticket.customer.billing} />
      <OnboardingFacts steps={ticket.customer.account.onboarding} />
      <EarlierTickets ticket={ticket} queue={queue} />
    </section>
  );
}

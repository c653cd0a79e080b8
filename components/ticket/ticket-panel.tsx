"use client";

import { useT } from "@/components/i18n/context";
import { Copilot } from "@/components/llm/ticket/copilot";
import { Followers } from "@/components/notice/followers";
import { SlaFacts } from "@/components/sla/sla-facts";
import type { TicketView } from "@/lib/inbox/model";
import { BillingFacts, CustomerFacts, OnboardingFacts } from "./customer-facts";
import { EarlierTickets } from "./earlier-tickets";
import { TicketFacts } from "./ticket-facts";

/** Everything about the ticket that is not the conversation. */
export function TicketPanel({ ticket, queue }: { ticket: TicketView; queue: string }) {
  const t = useT();
  return (
    <section aria-label={t("Customer and ticket")}>
      <Copilot ticketId={ticket.id} />
      <CustomerFacts ticketId={ticket.id} customer={ticket.customer} />
      <TicketFacts ticket={ticket} />
      <SlaFacts ticketId={ticket.id} />
      <Followers ticketId={ticket.id} />
      <BillingFacts events={ticket.customer.billing} />
      <OnboardingFacts steps={ticket.customer.account.onboarding} />
      <EarlierTickets ticket={ticket} queue={queue} />
    </section>
  );
}

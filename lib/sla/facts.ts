import type { RuleFacts } from "../rule/model";
import type { Channel, Priority, ScoredIntent } from "../ticket/model";

/** What of a ticket policies test, as it is now. */
export type TicketFacts = {
  subject: string;
  body: string;
  intents: ScoredIntent[];
  category: string;
  channel: Channel;
  source: string;
  priority: Priority;
  sentiment: number | null;
  sentimentTrend: number | null;
  tags: string[];
  toolsUsed: string[];
  escalationReason: string | null;
  createdAt: Date;
};

/** Of its account, as it is now. */
type AccountFacts = Pick<RuleFacts, "tier" | "inTrial" | "paying" | "failedInvoices"> & {
  account: NonNullable<RuleFacts["account"]>;
};

/**
 * What policies test: what routing kept of the latest message, with the ticket and its account as
 * they are by now. So a priority that a person sets counts at once.
 *
 * @param kept null: the ticket was never routed
 */
export function factsNow(
  ticket: TicketFacts,
  account: AccountFacts,
  kept: Partial<RuleFacts> | null,
): RuleFacts {
  const { subject, body, intents, category, channel, source, priority } = ticket;
  return {
    language: kept?.language ?? null,
    recent: kept?.recent ?? 0,
    tried: kept?.tried ?? 0,
    text: kept?.text ?? `${subject}\n${body}`,
    at: kept?.at ?? ticket.createdAt.toISOString(),
    ...{ subject, intents, category, channel, source, priority },
    sentiment: ticket.sentiment ?? 0,
    trend: ticket.sentimentTrend,
    tags: ticket.tags,
    tools: ticket.toolsUsed,
    novel: intents.length === 0,
    escalated: ticket.escalationReason !== null,
    ...(kept?.around && { around: kept.around }),
    ...account,
  };
}

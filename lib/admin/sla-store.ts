import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import type { Tier } from "../customer/model";
import type { RoutingInputs } from "../route/model";
import type { TicketFacts } from "../sla";

/** An open ticket with what policies test, and how its time stands. */
export type OpenTicket = Omit<TicketFacts, "createdAt"> & {
  createdAt: string;
  waitingSince: string | null;
  answered: boolean;
  waitedSeconds: number;
  account: { id: string; name: string; key: string };
  tier: Tier;
  trialUntil: string | null;
  failedInvoices: number;
  kept: RoutingInputs["facts"] | null;
  text: string | null;
};

/** Tickets that are not over, the longest waiting first; those nobody waits in come last. */
export function openTickets(db: Db, now: Date, limit: number): Promise<OpenTicket[]> {
  return rowsOf<OpenTicket>(
    db,
    sql`select t.subject, t.body, t.intents, t.category, t.channel, t.source, t.priority,
          t.sentiment, t.sentiment_trend as "sentimentTrend", t.tags, t.tools_used as "toolsUsed",
          t.escalation_reason as "escalationReason",
          to_json(t.created_at) #>> '{}' as "createdAt",
          to_json(t.waiting_since) #>> '{}' as "waitingSince",
          t.first_response_at is not null as answered,
          coalesce(k.waited_seconds, 0) as "waitedSeconds",
          json_build_object('id', a.id, 'name', a.name, 'key', a.key) as account, a.tier,
          to_json(a.trial_until) #>> '{}' as "trialUntil",
          (select count(*)::int from billing_events b
            where b.account_id = a.id and b.kind = 'invoice_failed'
              and b.at >= ${now.toISOString()}::timestamptz - interval '30 days') as "failedInvoices",
          r.inputs -> 'facts' as kept, r.inputs ->> 'text' as text
        from tickets t
        join customers c on c.id = t.customer_id
        join accounts a on a.id = c.account_id
        left join ticket_clocks k on k.ticket_id = t.id
        left join lateral (
          select inputs from routings where ticket_id = t.id
          order by created_at desc, id desc limit 1) r on true
        where t.status in ('open', 'in_progress', 'pending_customer') and t.merged_into_id is null
        order by t.waiting_since nulls last, t.id limit ${limit}::int`,
  );
}

import { chance, made, one, TEXT_TABLE, textOf, words } from "./expressions";

/** One statement of the generator, and what it makes. */
type Step = { makes: string; sql: string };

/** When accounts and customers came. */
const BEGINNING = "timestamptz '2024-01-01 00:00+00'";
/** Tickets of this many days; the newest are hours old. */
const DAYS = 730;

/** From this share on tickets are younger than a week: older resolved ones the clock would close. */
const OVER_WEEK = 0.991;

const MINUTES_BETWEEN = 20;

/**
 * What each ticket will be: newest last. The last three hundredths are in hand or over, those before
 * closed. Answered tickets have 2, 4 or 6 messages, waiting ones 3 or 5.
 */
const plan = (tickets: number): string => `
create temp table plan as
  select n, at, status, customer, channel, waits, ${made("ticket", "n", "at")} as ticket,
    ${made("customer", "customer", BEGINNING)} as customer_id,
    at + (messages - 1) * interval '${MINUTES_BETWEEN} minutes' as last_at, messages
  from (
    select *, case when waits then 3 + 2 * (${chance("k", "n")} < 0.3)::int
        else 2 + 2 * floor(${chance("k", "n")} ^ 0.45 * 3)::int end as messages
    from (
      select *, status in ('open', 'in_progress', 'pending_customer') as waits from (
        select n,
          now() - interval '3 hours' - (${tickets} - n) * (interval '${DAYS} days' / ${tickets}) as at,
          case
            when n > ${tickets} * ${OVER_WEEK} then ${one(words("open", "open", "pending_customer", "pending_customer", "pending_customer", "resolved", "resolved", "resolved"), chance("status", "n"))}
            when n > ${tickets} * 0.97 then ${one(words("open", "pending_customer", "closed", "closed"), chance("status", "n"))}
            else 'closed' end as status,
          1 + floor(${chance("customer", "n")} ^ 2 * ${tickets} / 5)::int as customer,
          ${one(words("email", "email", "email", "webhook", "chat", "in_app"), chance("channel", "n"))} as channel
        from generate_series(1, ${tickets}) n
      ) a
    ) b
  ) c`;

const customers = (tickets: number): Step[] => [
  {
    makes: "accounts",
    sql: `insert into accounts (id, name, key, tier, seats, created_at)
      select ${made("account", "n", BEGINNING)}, 'Account ' || n, 'account-' || n,
        ${one(words("free", "free", "starter", "business", "enterprise"), chance("tier", "n"))},
        1 + n % 200, ${BEGINNING}
      from generate_series(1, ${Math.ceil(tickets / 20)}) n`,
  },
  {
    makes: "customers",
    sql: `insert into customers (id, account_id, name, created_at)
      select ${made("customer", "n", BEGINNING)},
        ${made("account", `1 + n % ${Math.ceil(tickets / 20)}`, BEGINNING)},
        'Customer ' || n, ${BEGINNING}
      from generate_series(1, ${Math.ceil(tickets / 5)}) n`,
  },
  {
    makes: "addresses",
    sql: `insert into customer_emails (email, customer_id, created_at)
      select 'customer-' || n || '@desk.example.org',
        ${made("customer", "n", BEGINNING)}, ${BEGINNING}
      from generate_series(1, ${Math.ceil(tickets / 5)}) n`,
  },
];

const TEAM = "(select array_agg(id order by name) from teams)";
/** Message `i` of a ticket; customers write the odd ones, the desk the even ones. */
const SAID = `
create temp table said as
  select *, ${made("message", "n * 10 + i", "at")} as message from (
    select n, i, ticket, customer, customer_id, channel, status, messages,
      p.at + (i - 1) * interval '${MINUTES_BETWEEN} minutes' as at
    from plan p cross join lateral generate_series(1, p.messages) i
  ) a`;
const NEXT_MESSAGE = made(
  "message",
  "p.n * 10 + i + 1",
  `p.at + interval '${MINUTES_BETWEEN} minutes'`,
);
const INTENTS =
  "array['billing_problem', 'bug_report', 'usage_help', 'feature_request', 'cancellation_intent', null]";
const CONNECTION = "(select id from connections where name = 'Generated')";

/** How much depends on the account: as `accountValue` of the customers' model says. */
const VALUE = `(select array_position(array['free', 'trial', 'starter', 'business', 'enterprise'], a.tier)
    * 100000 - 100000 + a.seats
  from customers c join accounts a on a.id = c.account_id where c.id = p.customer_id)`;

/** Nearly all say that they write English; a few in a thousand, the languages that filters ask for. */
const LANGUAGE = `case when ${chance("language", "p.n")} < 0.002 then 'fi'
  when ${chance("language", "p.n")} < 0.1 then 'de' else 'en' end`;

const TICKETS: Step = {
  makes: "tickets",
  sql: `insert into tickets (id, number, conversation_id, customer_id, channel, source, connection_id,
      subject, body, category, intents, primary_intent, sentiment, language, priority, status, moved_by,
      value, waiting_since, team_id, assigned_agent, resolution, confidence_score, tags, version, created_at,
      updated_at, first_response_at, resolved_at, closed_at)
    overriding system value
    select p.ticket, 1000 + p.n, 'generated-' || p.n, p.customer_id, p.channel, 'generated', ${CONNECTION},
      'About ' || x.topic, x.question || ' It concerns project ' || p.n || '.',
      ${one(words("technical", "billing", "onboarding", "general"), chance("category", "p.n"))},
      '[{"intent": "usage_help", "score": 0.8}]', ${one(INTENTS, chance("intent", "p.n"))},
      ${chance("sentiment", "p.n")} * 2 - 1, ${LANGUAGE},
      ${one(words("low", "normal", "normal", "normal", "high", "urgent"), chance("priority", "p.n"))},
      p.status, 'ai', ${VALUE}, case when p.waits then p.last_at end,
      ${one(TEAM, chance("team", "p.n"))}, 'deskhand-local',
      case when not p.waits then x.answer end, ${chance("confidence", "p.n")},
      array['generated'], 6, p.at, p.last_at, p.at + interval '${MINUTES_BETWEEN} minutes',
      case when not p.waits then p.last_at end,
      case when p.status = 'closed' then least(p.last_at + interval '7 days', now()) end
    from plan p ${textOf("p.n * 10 + 1")} order by p.n`,
};

const TEXT = textOf("p.n * 10 + i");
const EACH_MESSAGE = "from said p";

const THREADS: Step[] = [
  {
    makes: "participants",
    sql: `insert into ticket_participants (ticket_id, email)
      select p.ticket, 'customer-' || p.customer || '@desk.example.org' from plan p order by p.n`,
  },
  {
    makes: "messages",
    sql: `insert into messages (id, ticket_id, kind, author, customer_id, public, text, external_id,
        connection_id, landed_because, language, created_at)
      select p.message, p.ticket, 'message',
        case when i % 2 = 1 then 'customer' when i % 4 = 0 then 'agent' else 'ai' end,
        case when i % 2 = 1 then p.customer_id end, true,
        case when i % 2 = 1 then x.question || ' It concerns project ' || p.n || '.' else x.answer end,
        'generated-' || p.n || '-' || i, case when i % 2 = 1 then ${CONNECTION} end,
        'It is new: it names no earlier ticket.', ${LANGUAGE}, p.at
      ${EACH_MESSAGE} ${TEXT}`,
  },
  {
    makes: "receipts",
    sql: `insert into inbound_receipts (connection_id, external_id, ticket_id, message_id, outcome,
        body_hash, created_at)
      select c.id, 'generated-' || p.n || '-' || i, p.ticket, p.message,
        case when i = 1 then 'created' else 'joined' end, md5(p.n::text) || md5(i::text), p.at
      ${EACH_MESSAGE} cross join (select id from connections where name = 'Generated') c
      where i % 2 = 1`,
  },
];

const HISTORY: Step[] = [
  {
    makes: "attempts",
    sql: `insert into attempts (id, ticket_id, answers_message_id, snapshot, draft, sources, confidence,
        parts, model, model_version, decision, decision_reason, review_state, sent_message_id, outcome, created_at)
      select ${made("attempt", "p.n * 10 + i", "p.at")}, p.ticket, p.message, jsonb_build_object('question', x.question || ' It concerns project ' || p.n || '.'),
        x.answer, '[]', ${chance("confidence", "p.n * 10 + i")},
        '[{"name": "match", "value": 0.5, "words": "It is like an article."}]', 'generated', '1',
        case when i < p.messages then 'sent' else 'held' end, 'generated',
        case when i < p.messages then 'none' when p.status = 'pending_customer' then 'held' else 'rejected' end,
        case when i < p.messages then ${NEXT_MESSAGE} end,
        case when i < p.messages then 'delivered' end, p.at
      ${EACH_MESSAGE} ${TEXT} where i % 2 = 1`,
  },
  {
    makes: "routings",
    sql: `insert into routings (id, ticket_id, message_id, inputs, outcome, model, ai_may_answer, created_at)
      select ${made("routing", "p.n", "p.at")}, p.ticket, ${made("message", "p.n * 10 + 1", "p.at")},
        jsonb_build_object('text', x.question || ' It concerns project ' || p.n || '.', 'account', jsonb_build_object('tier', 'starter')),
        '{"intents": [], "reasons": [], "rules": []}', 'keywords', true, p.at
      from plan p ${textOf("p.n * 10 + 1")}`,
  },
  {
    makes: "deliveries",
    sql: `insert into deliveries (id, ticket_id, message_id, transport, destination, stable_id, state, raw,
        then_status, tries, created_at, updated_at, sent_at)
      select ${made("delivery", "p.n * 10 + i", "p.at")}, p.ticket, p.message,
        case p.channel when 'email' then 'smtp' when 'webhook' then 'webhook' else 'pull' end,
        'customer-' || p.customer || '@desk.example.org', 'generated-' || p.n || '-' || i, 'sent',
        x.answer, 'resolved', 1, p.at, p.at, p.at
      ${EACH_MESSAGE} ${TEXT} where i % 2 = 0`,
  },
  {
    makes: "events",
    sql: `insert into events (id, seq, type, ticket_id, actor_type, actor_id, payload, created_at)
      select ${made("event", "p.n * 100 + i * 10 + j", "p.at")}, p.n * 20 + i * 3 + j,
        case when i % 2 = 1 then (array['message.received', 'ticket.routed', 'draft.proposed'])[j]
          else (array['reply.approved', 'reply.delivered', 'ticket.status_changed'])[j] end,
        p.ticket, 'job', 'generated',
        case when i % 2 = 0 and j = 3 then '{"from": "in_progress", "to": "resolved", "because": "The reply was delivered."}'::jsonb
          else jsonb_build_object('ticketId', p.ticket, 'messageId', p.message, 'because', 'generated') end,
        p.at
      ${EACH_MESSAGE} cross join generate_series(1, 3) j`,
  },
];

/** Statements that fill a migrated, otherwise empty desk with `tickets` tickets. */
export const steps = (tickets: number): Step[] => [
  { makes: "texts", sql: TEXT_TABLE },
  { makes: "the plan", sql: plan(tickets) },
  { makes: "what is said", sql: SAID },
  ...customers(tickets),
  TICKETS,
  ...THREADS,
  ...HISTORY,
];

/** Tables that the steps fill. */
export const FILLED = [
  "accounts",
  "customers",
  "customer_emails",
  "tickets",
  "ticket_participants",
  "messages",
  "inbound_receipts",
  "attempts",
  "routings",
  "deliveries",
  "events",
];

import postgres from "postgres";

/**
 * The same rows as a ticket of the pipeline writes, in plain SQL inside the server, one transaction
 * for each step: ingest, route, draft, hand over, settle; and for each of the seven jobs a row that
 * is written, taken and finished. No network, no driver, no thinking: what the disk and the indexes
 * of this desk allow.
 */
const PROCEDURE = `
create table bench_jobs (id uuid primary key default gen_random_uuid(), name text not null,
  state text not null default 'created', data jsonb not null, started_on timestamptz, completed_on timestamptz);
create index on bench_jobs (name) where state = 'created';

create procedure bench_job(what text) language plpgsql as $$
declare job uuid;
begin
  update bench_jobs set state = 'active', started_on = now()
    where id = (select id from bench_jobs where name = what and state = 'created' limit 1 for update skip locked)
    returning id into job;
  commit;
  update bench_jobs set state = 'completed', completed_on = now() where id = job;
end $$;

create procedure bench_ticket(connection uuid) language plpgsql as $$
declare
  ticket uuid := gen_random_uuid(); customer uuid := gen_random_uuid(); account uuid := gen_random_uuid();
  asked uuid := gen_random_uuid(); reply uuid := gen_random_uuid(); attempt uuid := gen_random_uuid();
  delivery uuid := gen_random_uuid(); words text := repeat('How do I export the time entries? ', 4);
  facts jsonb := jsonb_build_object('text', repeat('How do I export the time entries? ', 12));
begin
  perform from inbound_receipts where connection_id = connection and external_id = ticket::text;
  insert into accounts (id, name, key) values (account, 'a', account::text);
  insert into customers (id, account_id, name) values (customer, account, 'Mina');
  insert into customer_emails (email, customer_id) values (customer::text, customer);
  insert into tickets (id, customer_id, channel, connection_id, subject, body, conversation_id, waiting_since)
    values (ticket, customer, 'webhook', connection, 'Export', words, ticket::text, now());
  insert into ticket_participants values (ticket, customer::text);
  insert into messages (id, ticket_id, author, customer_id, public, text, external_id, connection_id)
    values (asked, ticket, 'customer', customer, true, words, ticket::text, connection);
  insert into events (id, type, ticket_id, actor_type, actor_id, payload)
    values (gen_random_uuid(), 'message.received', ticket, 'system', 'bench', facts);
  insert into inbound_receipts values (connection, ticket::text, ticket, asked, 'created', md5('a'), now());
  insert into bench_jobs (name, data) values ('follow', facts);
  commit;
  call bench_job('follow'); insert into bench_jobs (name, data) values ('route', '{}'); commit;
  call bench_job('route');
  perform from tickets where id = ticket for update;
  update tickets set status = 'in_progress', moved_by = 'ai', priority = 'high', version = 2, updated_at = now() where id = ticket;
  insert into routings (id, ticket_id, message_id, inputs, outcome, model, ai_may_answer)
    values (gen_random_uuid(), ticket, asked, facts, facts, 'bench', true);
  insert into events (id, type, ticket_id, actor_type, actor_id, payload) values
    (gen_random_uuid(), 'ticket.status_changed', ticket, 'job', 'bench', '{}'),
    (gen_random_uuid(), 'ticket.routed', ticket, 'job', 'bench', facts);
  insert into bench_jobs (name, data) values ('follow', facts);
  commit;
  call bench_job('follow'); insert into bench_jobs (name, data) values ('draft', '{}'); commit;
  call bench_job('draft');
  insert into attempts (id, ticket_id, answers_message_id, snapshot, draft, confidence, model, model_version, decision, decision_reason, review_state)
    values (attempt, ticket, asked, facts, words, 0.9, 'bench', '1', 'sent', 'bench', 'none');
  insert into messages (id, ticket_id, author, public, text) values (reply, ticket, 'ai', true, words);
  update tickets set waiting_since = null, first_response_at = now(), confidence_score = 0.9, version = 3, updated_at = now() where id = ticket;
  update attempts set sent_message_id = reply where id = attempt;
  insert into events (id, type, ticket_id, actor_type, actor_id, payload) values
    (gen_random_uuid(), 'draft.proposed', ticket, 'job', 'bench', '{}'),
    (gen_random_uuid(), 'reply.approved', ticket, 'job', 'bench', '{}');
  insert into bench_jobs (name, data) values ('follow', facts);
  commit;
  call bench_job('follow'); insert into bench_jobs (name, data) values ('deliver', '{}'); commit;
  call bench_job('deliver');
  insert into deliveries (id, ticket_id, message_id, transport, destination, stable_id, raw)
    values (delivery, ticket, reply, 'webhook', 'http://bench', delivery::text, words);
  commit;
  update deliveries set state = 'sending', tries = 1, updated_at = now() where id = delivery;
  commit;
  update deliveries set state = 'sent', sent_at = now() where id = delivery;
  update tickets set status = 'resolved', moved_by = 'ai', resolved_at = now(), resolution = words, version = 4, updated_at = now() where id = ticket;
  insert into events (id, type, ticket_id, actor_type, actor_id, payload) values
    (gen_random_uuid(), 'reply.delivered', ticket, 'job', 'bench', '{}'),
    (gen_random_uuid(), 'ticket.status_changed', ticket, 'job', 'bench', '{}');
  insert into bench_jobs (name, data) values ('note', '{}');
  commit;
  call bench_job('note');
  update attempts set outcome = 'delivered' where id = attempt;
  commit;
end $$;
`;

/** Tickets at a time. */
const LANES = 4;

export async function installCeiling(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql.unsafe(PROCEDURE).simple();
  await sql.end();
}

/** @returns tickets per second that the server alone could write */
export async function measureCeiling(url: string, tickets: number): Promise<number> {
  const sql = postgres(url, { max: LANES, onnotice: () => undefined });
  try {
    const [row] = await sql<{ id: string }[]>`select id from connections where name = 'Generated'`;
    const lane = async () => {
      for (let n = 0; n < tickets / LANES; n++) {
        await sql.unsafe(`call bench_ticket('${row?.id}')`);
      }
    };
    const began = performance.now();
    await Promise.all(Array.from({ length: LANES }, lane));
    return tickets / ((performance.now() - began) / 1000);
  } finally {
    await sql.end();
  }
}

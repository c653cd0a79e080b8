import type postgres from "postgres";
import { generatePassword, hashPassword } from "@/lib/person";
import { newId } from "@/lib/platform/ids";

/** What the bench has put into its copy of a desk. */
export type Arranged = {
  email: string;
  password: string;
  personId: string;
  teamId: string;
  /** Tickets with so many messages. */
  threads: { messages: number; ticketId: string }[];
};

const THREADS = [20, 500];

const LISTED = `status in ('open', 'in_progress', 'pending_customer') and merged_into_id is null`;
/** Like chance, but the same each time. */
const shuffled = (of: string) => `hashtextextended(${of}::text, 7)`;

/**
 * Generated desks have customers and nobody who answers them: this puts in people, whose tickets
 * are whose, promises, mentions and two long threads. On small desks fewer, so that each list
 * differs from the whole.
 */
export async function arrange(sql: postgres.Sql): Promise<Arranged> {
  await sql.unsafe("set synchronous_commit = off");
  const [team] = await sql<{ id: string }[]>`select id from teams order by name limit 1`;
  if (!team) throw new Error("The template has no teams: drop it and make it again.");
  const personId = newId();
  const password = generatePassword();
  const email = "bench@desk.example.org";
  await sql`insert into people (id, name, email, role, password_hash)
    values (${personId}, 'Bea Bench', ${email}, 'admin', ${await hashPassword(password)})`;
  await sql`insert into team_members (team_id, person_id) values (${team.id}, ${personId})`;
  await giveOut(sql, personId);
  await promise(sql);
  await makeReviews(sql);
  const threads: Arranged["threads"] = [];
  for (const messages of THREADS) {
    threads.push({ messages, ticketId: await grow(sql, messages, threads[0]?.ticketId ?? null) });
  }
  await mention(sql, personId);
  await sql.unsafe("vacuum (analyze) tickets");
  await sql.unsafe("analyze");
  return { email, password, personId, teamId: team.id, threads };
}

/** 300 for the person, half of the others for five colleagues, and 200 put off. */
async function giveOut(sql: postgres.Sql, personId: string): Promise<void> {
  await sql`insert into people (id, name, email, role)
    select gen_random_uuid(), 'Colleague ' || n, 'colleague-' || n || '@desk.example.org', 'agent'
    from generate_series(1, 5) n`;
  await sql.unsafe(`update tickets set assignee_id = c.ids[1 + abs(${shuffled("tickets.id")} / 2 % 5)]
    from (select array_agg(id) as ids from people where role = 'agent') c
    where ${LISTED} and ${shuffled("tickets.id")} % 2 = 0`);
  const some = (most: number, part: number) =>
    `(select least(${most}, count(*) / ${part}) from tickets where ${LISTED})`;
  await sql.unsafe(
    `update tickets set assignee_id = $1::uuid where id in (select id from tickets
      where ${LISTED} order by ${shuffled("id")} limit ${some(300, 3)})`,
    [personId],
  );
  await sql.unsafe(`update tickets set snoozed_until = now() + interval '2 days' where id in (
    select id from tickets where ${LISTED} order by ${shuffled("customer_id")} limit ${some(200, 8)})`);
  await sql`insert into ticket_reads (person_id, ticket_id, read_at)
    select ${personId}, id, now() - interval '1 day' from tickets
    where assignee_id = ${personId} and number % 2 = 0`;
}

/** Clocks on 2,000 waiting tickets, from a day late to three days ahead. */
async function promise(sql: postgres.Sql): Promise<void> {
  const policyId = newId();
  await sql`insert into sla_policies (id, name, position, next_minutes)
    values (${policyId}, 'Within a day', 10, 1440)`;
  await sql.unsafe(
    `insert into ticket_clocks (ticket_id, policy_id, because, waiting_since, target, due_at,
        reply_due_at, breached_at)
      select id, $1::uuid, 'Within a day holds for all.', waiting_since, 'next', due, due,
        case when due < now() then due end
      from (select id, waiting_since,
          now() + (abs(${shuffled("id")}) % 5760 - 1440) * interval '1 minute' as due
        from tickets where ${LISTED} and waiting_since is not null
        order by ${shuffled("number")}
        limit (select least(2000, count(*) * 3 / 5) from tickets where ${LISTED})) t`,
    [policyId],
  );
}

/** Replies of today, and 500 to review. */
async function makeReviews(sql: postgres.Sql): Promise<void> {
  const newest = (most: number) => `select a.id from attempts a
    join tickets t on t.id = a.ticket_id and t.status = 'resolved'
    where a.decision = 'sent' and a.review_state = 'none'
    order by a.created_at desc limit ${most}`;
  await sql.unsafe(`update attempts set decision = 'sent_flagged', review_state = 'flagged'
    where id in (${newest(500)})`);
  await sql.unsafe(`update attempts set created_at = now() where id in (${newest(300)})`);
}

/** Makes a conversation so long, with its timeline: of an old ticket, which no list begins with. @returns the ticket */
async function grow(sql: postgres.Sql, messages: number, not: string | null): Promise<string> {
  const [ticket] = await sql<{ id: string; there: number }[]>`
    select t.id, (select count(*)::int from messages m where m.ticket_id = t.id) as there
    from tickets t where t.status = 'open' and t.merged_into_id is null and t.snoozed_until is null
      and t.id is distinct from ${not}::uuid
    order by t.updated_at limit 1`;
  if (!ticket) throw new Error("The template has no open ticket.");
  await sql`
    with said as (
      insert into messages (id, ticket_id, kind, author, customer_id, public, text, landed_because,
        language, created_at)
      select gen_random_uuid(), t.id, 'message', case when n % 2 = 1 then 'customer' else 'agent' end,
        case when n % 2 = 1 then t.customer_id end, true,
        t.body || E'\n\nThis is turn ' || n || E' of it.\n\n> ' || t.subject || E'\n> and so on',
        'It names the ticket.', 'en', t.created_at + n * (t.updated_at - t.created_at) / ${messages}
      from tickets t cross join generate_series(1, ${messages - ticket.there}::int) n
      where t.id = ${ticket.id}
      returning id, ticket_id, author, created_at)
    insert into events (id, type, ticket_id, actor_type, actor_id, payload, created_at)
    select gen_random_uuid(), case author when 'customer' then 'message.received' else 'reply.delivered' end,
      ticket_id, 'job', 'bench', jsonb_build_object('ticketId', ticket_id, 'messageId', id), created_at
    from said order by created_at`;
  return ticket.id;
}

async function mention(sql: postgres.Sql, personId: string): Promise<void> {
  await sql.unsafe(
    `insert into mentions (message_id, person_id, ticket_id)
      select (select m.id from messages m where m.ticket_id = t.id order by m.created_at limit 1),
        $1::uuid, t.id
      from (select id from tickets where ${LISTED} order by ${shuffled("subject || id")} limit 50) t`,
    [personId],
  );
}

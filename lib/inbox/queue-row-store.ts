import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { ticketClocks } from "@/db/schema/sla";
import { tickets } from "@/db/schema/ticket";
import type { QueueRow } from "../view/model";
import type { Scope } from "./queue-filter-store";
import { type Place, partSql, type Segment } from "./queue-order-store";

/** Characters of the newest message. */
const SNIPPET = 160;

/** Times are the database's text: most are only passed on. */
type Time = string | null;

/** What the database tells of a ticket in a list; null from `author` on: there is none. */
export type ListedTicket = Pick<
  QueueRow,
  "number" | "version" | "subject" | "customer" | "unread" | "status" | "priority" | "intent"
> &
  Pick<QueueRow, "tags" | "team" | "value" | "sentiment"> & {
    id: string;
    account: string;
    tier: QueueRow["account"]["tier"];
    category: string | null;
    assignee_id: string | null;
    assignee: string | null;
    waiting_since: Time;
    updated_at: string;
    snoozed_until: Time;
    next_try_at: Time;
    link_kind: string | null;
    author: NonNullable<QueueRow["snippet"]>["author"] | null;
    writer: string | null;
    words: string | null;
    promised: boolean;
    due_at: Time;
    target: NonNullable<QueueRow["sla"]>["target"];
    running: boolean;
    breached_at: Time;
    decision: NonNullable<QueueRow["badge"]>["decision"] | null;
    review_state: NonNullable<QueueRow["badge"]>["reviewState"] | null;
    confidence: number | null;
  };

/**
 * Written out once: a builder of queries took longer to put this together than Postgres to answer it.
 * Names are looked up row by row, since every table more in the joins costs the planner more than the
 * rows do. `unread`: the customer has written since the reader looked, or the reader never has; a
 * ticket that has not changed since needs no look at its messages. The attempt is the most urgent open
 * one, else the newest.
 */
const SHOWN = sql.raw(`
  select page.id, page.number, page.version, page.subject, page.status, page.priority,
    page.primary_intent as intent, page.tags, page.assignee_id, page.waiting_since, page.updated_at,
    page.snoozed_until, page.link_kind, page.next_try_at, page.value, page.sentiment,
    cu.name as customer, ac.name as account, ac.tier,
    (select ca.name from categories ca where ca.slug = page.category) as category,
    (select te.name from teams te where te.id = page.team_id) as team,
    (select pe.name from people pe where pe.id = page.assignee_id) as assignee,
    newest.author, newest.writer, newest.words,
    rd.read_at is null or (rd.read_at < page.updated_at and exists (
      select 1 from messages m where m.ticket_id = page.id and m.author = 'customer' and m.public
        and m.created_at > rd.read_at)) as unread,
    cl.ticket_id is not null as promised, cl.due_at, cl.target, cl.breached_at,
    cl.waiting_since is not null as running,
    attempt.decision, attempt.review_state, attempt.confidence`);

const JOINED = sql.raw(`
  join customers cu on cu.id = page.customer_id
  join accounts ac on ac.id = cu.account_id
  left join ticket_clocks cl on cl.ticket_id = page.id
  left join lateral (select m.author, left(m.text, ${SNIPPET}) as words,
      (select w.name from people w where w.id = m.person_id) as writer
    from messages m where m.ticket_id = page.id and m.public
    order by m.created_at desc, m.id desc limit 1) newest on true
  left join lateral (select a.decision, a.review_state, a.confidence
    from attempts a where a.ticket_id = page.id
    order by (a.review_state in ('held', 'flagged')) desc, a.created_at desc, a.id desc limit 1
  ) attempt on true`);

/** What of a ticket a row needs. */
const CARD = sql.raw(
  [
    ...["id", "number", "version", "subject", "customer_id", "category", "status", "priority"],
    ...["primary_intent", "tags", "team_id", "assignee_id", "waiting_since", "updated_at"],
    ...["snoozed_until", "link_kind", "next_try_at", "value", "sentiment"],
  ]
    .map((column) => `tickets.${column}`)
    .join(", "),
);

/** The order of a part once more: the joins keep none. */
const ORDERS: Record<Segment["by"], SQL> = {
  newest: sql.raw("page.updated_at desc, page.id desc"),
  waiting: sql.raw("page.waiting_since, page.id"),
  sla: sql.raw("cl.due_at, page.id"),
  value: sql.raw("page.value desc, page.id desc"),
  sentiment: sql.raw("page.sentiment, page.id"),
};

type PartPage = { limit: number; personId: string };

/**
 * Rows of one part of a list from a place on, with all that they show, in one query. The tickets are
 * found first, along an index; names are looked up for those alone.
 */
export function queueRows(
  db: Db,
  scope: Scope,
  segment: Segment,
  place: Place | null,
  { limit, personId }: PartPage,
): Promise<ListedTicket[]> {
  const page = ticketsOf(scope, segment, place, limit);
  return rowsOf<ListedTicket>(
    db,
    sql`${SHOWN} from (${page}) page ${JOINED}
      left join ticket_reads rd on rd.ticket_id = page.id and rd.person_id = ${personId}::uuid
      order by ${ORDERS[segment.by]}`,
  );
}

/** The tickets of a page alone. */
export function ticketsOf(scope: Scope, segment: Segment, place: Place | null, limit: number): SQL {
  const { where, order } = partSql(scope, segment, place);
  const from =
    segment.by === "sla"
      ? sql`${tickets} join ${ticketClocks} on ticket_clocks.ticket_id = tickets.id`
      : sql`${tickets}`;
  return sql`select ${CARD} from ${from} where ${where ?? sql`true`}
    order by ${sql.join(order, sql`, `)} limit ${limit}`;
}

import { type SQL, sql } from "drizzle-orm";
import { toPublicId } from "@/lib/platform/ids";
import { TEAM_PREFIX, type ViewFilter, type ViewSort } from "@/lib/view/model";
import type { Arranged } from "./arrange";

/** A list of the desk, and the same by hand. */
export type List = {
  name: string;
  queue: string;
  sort: ViewSort;
  filter?: ViewFilter;
  /** Which rows of `tickets t` it holds. */
  where: SQL;
};

const listed = sql`t.status in ('open', 'in_progress', 'pending_customer') and t.merged_into_id is null`;
const awake = sql`(t.snoozed_until is null or t.snoozed_until <= now())`;
const inReview = (state: string) => sql`t.merged_into_id is null and ${awake}
  and t.id in (select a.ticket_id from attempts a where a.review_state = ${sql.raw(`'${state}'`)})`;

const THREE_FIELDS: ViewFilter = {
  match: "all",
  tests: [
    { field: "priority", in: ["high", "urgent"] },
    { field: "channel", in: ["email"] },
    { field: "sentiment", below: 0 },
  ],
};
const threeFields = sql`t.priority in ('high', 'urgent') and t.channel = 'email' and t.sentiment < 0`;

const SORTS = ["waiting", "sla", "value", "sentiment"] as const;

/** Each standard view, each order of one of them, and filters on three fields. */
export function lists({ personId, teamId }: Arranged, today: Date): List[] {
  const view = (name: string, where: SQL, queue = name): List => ({
    name,
    queue,
    sort: "newest",
    where,
  });
  const atHand = (where: SQL) => sql`${listed} and ${awake} and ${where}`;
  const open = view("open", atHand(sql`true`));
  const all = view("all", sql`t.merged_into_id is null`);
  const filtered = (list: List): List => ({
    ...list,
    name: `${list.name}, 3 fields`,
    filter: THREE_FIELDS,
    where: sql`${list.where} and ${threeFields}`,
  });
  return [
    view("mine", atHand(sql`t.assignee_id = ${personId}::uuid`)),
    view("unassigned", atHand(sql`t.assignee_id is null`)),
    open,
    all,
    view(
      "breaching",
      atHand(sql`t.waiting_since is not null and t.id in (
        select c.ticket_id from ticket_clocks c where c.due_at <= now() + interval '1 hour')`),
    ),
    view(
      "mentions",
      sql`${listed} and t.id in (
        select m.ticket_id from mentions m where m.person_id = ${personId}::uuid)`,
    ),
    view("snoozed", sql`${listed} and t.snoozed_until > now()`),
    view("review", inReview("flagged")),
    view("held", inReview("held")),
    view(
      "sent",
      sql`t.merged_into_id is null and t.id in (select a.ticket_id from attempts a
        where a.decision in ('sent', 'sent_flagged') and a.created_at >= ${today.toISOString()}::timestamptz)`,
    ),
    view("team", atHand(sql`t.team_id = ${teamId}::uuid`), toPublicId(TEAM_PREFIX, teamId)),
    ...SORTS.map((sort) => ({ ...open, name: `open by ${sort}`, sort })),
    filtered(open),
    filtered(all),
  ];
}

/** Address of a page of a list. */
export function pathOf({ queue, sort, filter }: List, before: string | null): string {
  const search = new URLSearchParams({
    queue,
    sort,
    ...(filter && { filter: JSON.stringify(filter) }),
    ...(before && { before }),
  });
  return `/api/queues?${search}`;
}

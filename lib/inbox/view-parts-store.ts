import { type SQL, sql } from "drizzle-orm";

/** Who looks, and when: `me` and "in the last hour" mean something else to each. */
export type Looker = { personId: string; now: Date };

const MINUTE_MS = 60_000;
/** How far ahead something is due soon. */
const SOON_MS = 3_600_000;

export const before = ({ now }: Looker, minutes: number) =>
  new Date(now.getTime() - minutes * MINUTE_MS);
export const moment = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** What is still to be done: written out as in the partial indexes, or they would not be used. */
export const listed = sql`tickets.status in ('open', 'in_progress', 'pending_customer') and tickets.merged_into_id is null`;

/** Not put aside for later. */
export const awake = (now: Date) =>
  sql`(tickets.snoozed_until is null or tickets.snoozed_until <= ${moment(now)})`;

export const snoozed = (now: Date) => sql`tickets.snoozed_until > ${moment(now)}`;

/**
 * Tickets of a short list of ids. The list is made first: joined, the planner would walk an order
 * and look each ticket up in it, as if those of the list stood evenly in that order.
 */
export const among = (ids: SQL) => sql`tickets.id = any(array(${ids}))`;

export const mentioning = (personId: string) =>
  among(sql`select m.ticket_id from mentions m where m.person_id = ${personId}::uuid`);

export const soon = (now: Date) => new Date(now.getTime() + SOON_MS);

/** Due by then, or missed. */
export const due = (by: Date) =>
  among(sql`select c.ticket_id from ticket_clocks c
    where c.due_at is not null and c.due_at <= ${moment(by)}`);

/** Tickets with a reply that waits for a person. */
export const inReview = (state: "flagged" | "held") =>
  among(sql`select a.ticket_id from attempts a where a.review_state = ${sql.raw(`'${state}'`)}`);

/** The words as an array of Postgres. A parameter each: a list that drivers write differently. */
export const words = (list: readonly string[]) =>
  sql`array[${sql.join(
    list.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

/** Anywhere in the text; what people type is no pattern. */
export const pattern = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

import { and, isNull, type SQL, sql } from "drizzle-orm";
import { tickets } from "@/db/schema/ticket";
import type { TicketStatus } from "../ticket/model";
import type { ViewFilter, ViewTest } from "../view/model";
import { filterSql } from "./view-filter-store";
import {
  among,
  awake,
  due,
  inReview,
  type Looker,
  listed,
  mentioning,
  snoozed,
  soon,
} from "./view-parts-store";

/** A queue with its names resolved: what may be asked of the database. */
export type QueueFilter =
  | { kind: "mine" | "unassigned" | "breaching" | "mentions" | "open" | "all" }
  | { kind: "snoozed" | "review" | "held" }
  | { kind: "sent"; since: Date }
  | { kind: "team"; teamId: string }
  | { kind: "view"; filter: ViewFilter };

/** Tickets of a list, with what the filter on top of it leaves. */
export type Scope = {
  /** `listed`: only what is still to be done; `every`: also what is over. */
  reach: "listed" | "every";
  /** Without what `reach` says already. */
  where: SQL | undefined;
  /** Assigned to nobody: an index begins with the assignee. */
  nobodys: boolean;
  /** Every ticket is due by then: the index of what is due next can stop there. */
  dueBy: Date | null;
};

const notMerged = isNull(tickets.mergedIntoId);

/** What a queue holds. `also`: a filter of the person who looks. */
export function scopeOf(queue: QueueFilter, looker: Looker, also: ViewFilter | null): Scope {
  const base = baseOf(queue, looker);
  const more = also ? filterSql(also, looker) : undefined;
  return {
    ...base,
    nobodys: queue.kind === "unassigned",
    dueBy: queue.kind === "breaching" ? soon(looker.now) : null,
    where: and(base.where, more),
  };
}

function baseOf(queue: QueueFilter, looker: Looker): Pick<Scope, "reach" | "where"> {
  const { now, personId } = looker;
  const atHand = (where?: SQL) => ({ reach: "listed" as const, where: and(where, awake(now)) });
  const every = (where: SQL, alsoAsleep = false) => ({
    reach: "every" as const,
    where: and(where, notMerged, alsoAsleep ? undefined : awake(now)),
  });
  switch (queue.kind) {
    case "mine":
      return atHand(sql`${tickets.assigneeId} = ${personId}::uuid`);
    case "unassigned":
      return atHand(isNull(tickets.assigneeId));
    case "team":
      return atHand(sql`${tickets.teamId} = ${queue.teamId}::uuid`);
    case "breaching":
      return atHand(sql`${tickets.waitingSince} is not null`);
    case "mentions":
      return { reach: "listed", where: mentioning(personId) };
    case "open":
      return atHand();
    case "all":
      return { reach: "every", where: notMerged };
    case "snoozed":
      return { reach: "listed", where: snoozed(now) };
    case "review":
      return every(inReview("flagged"));
    case "held":
      return every(inReview("held"));
    case "sent":
      return every(sentSince(queue.since), true);
    case "view":
      return viewBase(queue.filter, looker);
  }
}

/** Tickets that the desk has answered by itself since. */
const sentSince = (since: Date) =>
  among(sql`select a.ticket_id from attempts a
    where a.decision in ('sent', 'sent_flagged') and a.created_at >= ${since.toISOString()}::timestamptz`);

const LISTED: readonly TicketStatus[] = ["open", "in_progress", "pending_customer"];

/** True of tests that finished tickets pass on purpose. */
function asksForFinished(test: ViewTest): boolean {
  if (test.field === "resolved" || test.field === "closed") return true;
  if (test.field !== "status") return false;
  return test.not
    ? LISTED.every((status) => test.in.includes(status))
    : test.in.some((status) => !LISTED.includes(status));
}

/**
 * A view holds what is at hand. One that asks for finished tickets holds those, too, and the snoozed
 * ones; one that tests the snooze decides itself.
 */
function viewBase(filter: ViewFilter, looker: Looker): Pick<Scope, "reach" | "where"> {
  const tested = (field: string) => filter.tests.some((test) => test.field === field);
  const over = filter.tests.some(asksForFinished);
  const asleep = over || tested("snoozed") ? undefined : awake(looker.now);
  return {
    reach: over ? "every" : "listed",
    where: and(filterSql(filter, looker), over ? notMerged : undefined, asleep),
  };
}

/** The whole condition of a scope. */
export const scopeSql = ({ reach, where, dueBy }: Scope) =>
  and(reach === "listed" ? listed : undefined, where, dueBy ? due(dueBy) : undefined);

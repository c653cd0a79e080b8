import { and, count, eq, gt, gte, inArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import { people, teams } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { rules } from "@/db/schema/rule";
import { slaPolicies } from "@/db/schema/sla";
import { tickets } from "@/db/schema/ticket";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Tries that were refused before it is called trouble: one refusal may be a passing matter. */
const REFUSED_TRIES = 2;

/** Retries end long before; older rows are history. */
const LOOK_BACK_MS = 7 * DAY_MS;

const numberOf = async (query: PromiseLike<{ n: number }[]>): Promise<number> =>
  (await query)[0]?.n ?? 0;

/** Deliveries that were refused twice and wait, or have failed within the hour. */
export function countRefused(db: Db, now: Date): Promise<number> {
  return numberOf(
    db
      .select({ n: count() })
      .from(deliveries)
      .where(
        and(
          gt(deliveries.createdAt, new Date(now.getTime() - LOOK_BACK_MS)),
          or(
            and(
              inArray(deliveries.state, ["queued", "sending"]),
              gte(deliveries.tries, REFUSED_TRIES),
            ),
            and(
              eq(deliveries.state, "failed"),
              gt(deliveries.updatedAt, new Date(now.getTime() - HOUR_MS)),
            ),
          ),
        ),
      ),
  );
}

/** Rules that name a team or a policy that is no more, or a person who has left. */
export function countMissingTargets(db: Db): Promise<number> {
  const wanted = sql`${rules.actions} ->> 'team'`;
  const policy = sql`${rules.actions} ->> 'sla'`;
  const person = sql`${rules.actions} #>> '{assignee,personId}'`;
  return numberOf(
    db
      .select({ n: count() })
      .from(rules)
      .where(
        and(
          eq(rules.enabled, true),
          or(
            sql`${wanted} is not null and not exists
              (select 1 from ${teams} where ${teams.name} = ${wanted})`,
            sql`${policy} is not null and not exists
              (select 1 from ${slaPolicies} where ${slaPolicies.name} = ${policy}
                and ${slaPolicies.enabled} and ${slaPolicies.archivedAt} is null)`,
            sql`${person} is not null and not exists
              (select 1 from ${people}
                where ${people.id}::text = ${person} and ${people.disabledAt} is null)`,
          ),
        ),
      ),
  );
}

export function countWaitingDeliveries(db: Db, now: Date): Promise<number> {
  return numberOf(
    db
      .select({ n: count() })
      .from(deliveries)
      .where(
        and(
          gt(deliveries.createdAt, new Date(now.getTime() - LOOK_BACK_MS)),
          inArray(deliveries.state, ["queued", "sending"]),
        ),
      ),
  );
}

/** Tickets that are not done with, by status. */
export function countOpenTickets(db: Db): Promise<{ status: string; n: number }[]> {
  return db
    .select({ status: tickets.status, n: count() })
    .from(tickets)
    .where(inArray(tickets.status, ["open", "in_progress", "pending_customer"]))
    .groupBy(tickets.status);
}

export function countHeldDrafts(db: Db): Promise<number> {
  return numberOf(
    db.select({ n: count() }).from(attempts).where(eq(attempts.reviewState, sql`'held'`)), // written out, for the partial index
  );
}

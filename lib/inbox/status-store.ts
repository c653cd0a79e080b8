import { and, count, eq, gt, gte, inArray, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import { attempts } from "@/db/schema/resolve";
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

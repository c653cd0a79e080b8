import { desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { deliveries } from "@/db/schema/deliver";
import { people } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { routings } from "@/db/schema/route";
import { tickets } from "@/db/schema/ticket";

/** A ticket with more drafts than this is a thread that never ends; the newest tell it. */
const LIMIT = 200;

export async function numberOf(db: Db, ticketId: string): Promise<number | null> {
  const [row] = await db
    .select({ number: tickets.number })
    .from(tickets)
    .where(eq(tickets.id, ticketId));
  return row?.number ?? null;
}

/** Drafts of a ticket, newest first, each with its reviewer and what became of the reply. */
export function attemptRows(db: Db, ticketId: string) {
  return db
    .select({
      attempt: attempts,
      reviewer: people.name,
      delivery: deliveries.state,
      sentAt: deliveries.sentAt,
    })
    .from(attempts)
    .leftJoin(people, eq(people.id, attempts.reviewedBy))
    .leftJoin(deliveries, eq(deliveries.messageId, attempts.sentMessageId))
    .where(eq(attempts.ticketId, ticketId))
    .orderBy(desc(attempts.createdAt), desc(attempts.id))
    .limit(LIMIT);
}

/** Decisions of routing about a ticket, newest first. */
export function routingRows(db: Db, ticketId: string) {
  return db
    .select()
    .from(routings)
    .where(eq(routings.ticketId, ticketId))
    .orderBy(desc(routings.createdAt), desc(routings.id))
    .limit(LIMIT);
}

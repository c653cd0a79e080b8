import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db } from "@/db/client";
import { people } from "@/db/schema/person";
import { attempts } from "@/db/schema/resolve";
import { merges, tickets } from "@/db/schema/ticket";

/** Merges into a ticket that have not been undone, newest first. */
export function mergeRows(db: Db, targetId: string) {
  return db
    .select({
      id: merges.id,
      at: merges.createdAt,
      by: people.name,
      source: {
        id: tickets.id,
        number: tickets.number,
        subject: tickets.subject,
        status: tickets.status,
      },
    })
    .from(merges)
    .innerJoin(tickets, eq(tickets.id, merges.sourceId))
    .leftJoin(people, eq(people.id, merges.personId))
    .where(and(eq(merges.targetId, targetId), isNull(merges.undoneAt)))
    .orderBy(desc(merges.createdAt), desc(merges.id));
}

/** How often a draft was made for the question that waits; null when no draft is held. */
export async function heldRound(db: Db, ticketId: string): Promise<number | null> {
  const [row] = await db
    .select({ round: attempts.round })
    .from(attempts)
    .where(and(eq(attempts.ticketId, ticketId), eq(attempts.reviewState, "held")));
  return row?.round ?? null;
}

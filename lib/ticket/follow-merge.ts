import type { Db } from "@/db/client";
import { lockTicket, type Ticket, ticketById } from "./store";

/** Merges that are followed from one ticket to the next. */
const HOPS = 10;

/**
 * The ticket that holds the messages of this one now: itself, or what it was merged into. Locked, so
 * that it is not merged on before the transaction ends. Those on the way are not: a chain of locks
 * could wait for a merge that waits for it.
 */
export async function followMerge(db: Db, ticket: Ticket): Promise<Ticket> {
  let at = ticket;
  for (let hop = 0; hop <= HOPS; hop++) {
    if (at.mergedIntoId) {
      at = await ticketById(db, at.mergedIntoId);
    } else {
      at = await lockTicket(db, at.id);
      if (!at.mergedIntoId) break;
    }
  }
  return at;
}

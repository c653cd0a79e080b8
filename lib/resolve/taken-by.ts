import type { Db } from "@/db/client";
import { eventsOfTicket } from "../event";
import type { Ticket } from "../ticket";

/** The person who has the ticket, unless only a rule gave it to them: that is no taking over. */
export async function takenBy(db: Db, { id, assigneeId }: Ticket): Promise<string | null> {
  if (assigneeId === null) return null;
  const newest = (await eventsOfTicket(db, id, ["ticket.assigned"])).at(-1);
  const byRule = newest?.actorType === "job" && newest.payload.personId === assigneeId;
  return byRule ? null : assigneeId;
}

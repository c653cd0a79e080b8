import { and, eq, gt, inArray, ne, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages } from "@/db/schema/ticket";
import { AppError } from "../platform/errors";
import { lockTicket, type Message, type Ticket } from "./store";

/** Locks both, in an order that is the same for everybody, so that no two wait for each other. */
export async function lockTickets(
  db: Db,
  first: string,
  second: string,
): Promise<[Ticket, Ticket]> {
  if (first < second) {
    const one = await lockTicket(db, first);
    return [one, await lockTicket(db, second)];
  }
  const other = await lockTicket(db, second);
  return [await lockTicket(db, first), other];
}

/** Puts a message of `from` into another ticket. @throws `conflict` when it is there no more */
export async function putMessage(
  db: Db,
  id: string,
  from: string,
  to: string,
  landedBecause: string,
): Promise<void> {
  const moved = await db
    .update(messages)
    .set({ ticketId: to, landedBecause })
    .where(and(eq(messages.id, id), eq(messages.ticketId, from)))
    .returning({ id: messages.id });
  if (moved.length === 1) return;
  throw new AppError("conflict", "This message is in another ticket by now.");
}

/** True when the ticket holds another message than this one that the customer has seen or written. */
export async function holdsOthers(db: Db, ticketId: string, except: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), ne(messages.id, except), eq(messages.public, true)))
    .limit(1);
  return rows.length > 0;
}

/** True when we have replied to the customer in a ticket after this message. */
export async function repliedAfter(db: Db, ticketId: string, message: Message): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.public, true),
        inArray(messages.author, ["agent", "ai"]),
        gt(messages.createdAt, message.createdAt),
      ),
    )
    .limit(1);
  return rows.length > 0;
}

import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages, ticketParticipants, tickets } from "@/db/schema/ticket";
import { AppError } from "../platform/errors";
import { isSettled, type Mover, statusWords, type TicketStatus } from "./model";

export type Ticket = typeof tickets.$inferSelect;
export type Message = typeof messages.$inferSelect;

/** @throws `not_found` */
export async function ticketById(db: Db, id: string): Promise<Ticket> {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id));
  if (!row) throw new AppError("not_found", "There is no such ticket.");
  return row;
}

/** The same, and nobody else changes it until this transaction ends. */
export async function lockTicket(db: Db, id: string): Promise<Ticket> {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id)).for("update");
  if (!row) throw new AppError("not_found", "There is no such ticket.");
  return row;
}

export async function ticketByConversation(db: Db, conversationId: string): Promise<Ticket | null> {
  const [row] = await db.select().from(tickets).where(eq(tickets.conversationId, conversationId));
  return row ?? null;
}

export async function insertTicket(db: Db, row: typeof tickets.$inferInsert): Promise<Ticket> {
  const [stored] = await db.insert(tickets).values(row).returning();
  if (!stored) throw new Error("insert returned no ticket");
  return stored;
}

export async function insertMessage(db: Db, row: typeof messages.$inferInsert): Promise<Message> {
  const [stored] = await db.insert(messages).values(row).returning();
  if (!stored) throw new Error("insert returned no message");
  return stored;
}

export async function insertParticipant(db: Db, ticketId: string, email: string): Promise<void> {
  await db.insert(ticketParticipants).values({ ticketId, email }).onConflictDoNothing();
}

export async function isParticipant(db: Db, ticketId: string, email: string): Promise<boolean> {
  const rows = await db
    .select({ one: sql`1` })
    .from(ticketParticipants)
    .where(and(eq(ticketParticipants.ticketId, ticketId), eq(ticketParticipants.email, email)));
  return rows.length > 0;
}

export async function participantsOf(db: Db, ticketId: string): Promise<string[]> {
  const rows = await db
    .select({ email: ticketParticipants.email })
    .from(ticketParticipants)
    .where(eq(ticketParticipants.ticketId, ticketId))
    .orderBy(asc(ticketParticipants.email));
  return rows.map((row) => row.email);
}

/** Messages that the customer has seen or written, oldest first; at most `limit`, the newest. */
export async function publicThread(db: Db, ticketId: string, limit = 100): Promise<Message[]> {
  const newest = await db
    .select()
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.public, true)))
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit);
  return newest.reverse();
}

export async function lastCustomerMessage(db: Db, ticketId: string): Promise<Message | null> {
  const [row] = await db
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.author, "customer"),
        eq(messages.kind, "message"),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return row ?? null;
}

export type TicketChange = Partial<
  Omit<typeof tickets.$inferInsert, "id" | "number" | "status" | "version">
>;

/** Changes fields other than the status, and counts the change. */
export async function updateTicket(
  db: Db,
  id: string,
  change: TicketChange,
  at: Date,
): Promise<void> {
  await db
    .update(tickets)
    .set({ ...change, updatedAt: at, version: sql`${tickets.version} + 1` })
    .where(eq(tickets.id, id));
}

/**
 * Sets the status if it still is `from`. @returns false when somebody was faster
 *
 * @throws `conflict` when the database knows no such move, whatever the code believed
 */
export async function updateStatus(
  db: Db,
  id: string,
  from: TicketStatus,
  to: TicketStatus,
  mover: Mover,
  at: Date,
): Promise<boolean> {
  const changed = await db
    .update(tickets)
    .set({
      status: to,
      movedBy: mover,
      updatedAt: at,
      version: sql`${tickets.version} + 1`,
      ...(to === "resolved" && { resolvedAt: at }),
      ...(to === "closed" && { closedAt: at }),
      ...(to === "open" && { resolvedAt: null, closedAt: null }),
      ...(isSettled(to) && { waitingSince: null, snoozedUntil: null, nextTryAt: null }),
    })
    .where(and(eq(tickets.id, id), eq(tickets.status, from)))
    .returning({ id: tickets.id })
    .catch((error: unknown) => {
      throw isIllegalMove(error) ? illegalMove(from, to, error) : error;
    });
  return changed.length === 1;
}

/** Postgres: the trigger of this name has refused. The drivers name constraints in different fields. */
function isIllegalMove(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some(
    (at) =>
      at instanceof Error &&
      [Reflect.get(at, "constraint"), Reflect.get(at, "constraint_name")].includes(
        "tickets_legal_move",
      ),
  );
}

function illegalMove(from: TicketStatus, to: TicketStatus, cause: unknown): AppError {
  return new AppError(
    "conflict",
    `A ticket that is ${statusWords(from)} can't become ${statusWords(to)} this way.`,
    { cause },
  );
}

import { and, asc, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { messages, tickets } from "@/db/schema/ticket";
import type { Author } from "./model";
import type { Ticket } from "./store";

/** A message of the thread. `at` is the time that the history gave for it, where it came from one. */
export type Said = { author: Author; text: string; at?: Date | undefined };

/** Rows of one insert; Postgres takes 65,535 parameters in a statement. */
const BATCH = 500;

export async function insertMessages(
  db: Db,
  rows: (typeof messages.$inferInsert)[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) {
    await db.insert(messages).values(rows.slice(at, at + BATCH));
  }
}

/** Everything said in a ticket, oldest first, notes of people left out. */
export async function saidIn(db: Db, ticketId: string): Promise<Said[]> {
  const rows = await db
    .select({
      author: messages.author,
      text: messages.text,
      at: sql<string | null>`${messages.metadata} ->> 'at'`,
    })
    .from(messages)
    .where(and(eq(messages.ticketId, ticketId), eq(messages.kind, "message")))
    .orderBy(asc(messages.createdAt), asc(messages.id));
  return rows.map(({ author, text, at }) => ({ author, text, at: at ? new Date(at) : undefined }));
}

/**
 * The ticket of the message that a request from `connectionId` says it answers: an id that this
 * connection sent itself, or a Message-ID of ours. Ids of other connections are no business of it.
 */
export async function ticketByReference(
  db: Db,
  connectionId: string,
  reference: string,
): Promise<Ticket | null> {
  const bare = reference.trim().replace(/^<|>$/g, "");
  const [row] = await db
    .select({ ticket: tickets })
    .from(messages)
    .innerJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(
      and(
        inArray(messages.externalId, [reference, bare, `<${bare}>`]),
        or(
          eq(messages.connectionId, connectionId),
          isNull(messages.connectionId),
          inArray(messages.author, ["agent", "ai"]),
        ),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1);
  return row?.ticket ?? null;
}

/** The newest ticket of a customer, from this connection, that continues another one. */
export async function continuationOf(
  db: Db,
  linkedTicketId: string,
  { customerId, connectionId }: { customerId: string; connectionId: string },
): Promise<Ticket | null> {
  const [row] = await db
    .select()
    .from(tickets)
    .where(
      and(
        eq(tickets.customerId, customerId),
        eq(tickets.linkedTicketId, linkedTicketId),
        eq(tickets.linkKind, "continues"),
        eq(tickets.connectionId, connectionId),
      ),
    )
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(1);
  return row ?? null;
}

/** The newest words of ours that the customer has been shown; null when we have said nothing yet. */
export async function lastReply(
  db: Db,
  ticketId: string,
): Promise<{ text: string; author: Author } | null> {
  const [row] = await db
    .select({ text: messages.text, author: messages.author })
    .from(messages)
    .where(
      and(
        eq(messages.ticketId, ticketId),
        eq(messages.public, true),
        inArray(messages.author, ["agent", "ai"]),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1);
  return row ?? null;
}

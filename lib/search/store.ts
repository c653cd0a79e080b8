import { eq, type SQL } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customers } from "@/db/schema/customer";
import { tickets } from "@/db/schema/ticket";

async function oneTicket(db: Db, which: SQL) {
  const [row] = await db
    .select({
      id: tickets.id,
      number: tickets.number,
      subject: tickets.subject,
      status: tickets.status,
      customer: customers.name,
      mergedIntoId: tickets.mergedIntoId,
    })
    .from(tickets)
    .innerJoin(customers, eq(customers.id, tickets.customerId))
    .where(which);
  return row ?? null;
}

export const ticketByNumber = (db: Db, number: number) => oneTicket(db, eq(tickets.number, number));

export const ticketById = (db: Db, id: string) => oneTicket(db, eq(tickets.id, id));

import { and, eq, ne } from "drizzle-orm";
import type { Db } from "@/db/client";
import { tickets } from "@/db/schema/ticket";

/**
 * Gives all tickets of a customer the weight of their account, whose plan has changed or who has
 * joined another one. Lists are ordered by it; it is no change of a ticket, so no version rises.
 */
export async function setValue(db: Db, customerId: string, value: number): Promise<void> {
  await db
    .update(tickets)
    .set({ value })
    .where(and(eq(tickets.customerId, customerId), ne(tickets.value, value)));
}

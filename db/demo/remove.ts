import { and, eq, notExists, sql } from "drizzle-orm";
import type { Db } from "../client";
import { accounts, customers } from "../schema/customer";
import { settings } from "../schema/desk";
import { articles } from "../schema/knowledge";
import { people } from "../schema/person";
import { tickets } from "../schema/ticket";
import { deletePromises } from "./promises";

/**
 * Takes every demo row away. Customers and accounts that real tickets belong to become real, and so
 * does the person `keep`.
 *
 * @returns how many tickets went
 */
export async function deleteDemo(db: Db, keep: string | null): Promise<number> {
  const gone = await db.delete(tickets).where(eq(tickets.demo, true)).returning({ id: tickets.id });

  const theirTickets = db
    .select({ one: sql`1` })
    .from(tickets)
    .where(eq(tickets.customerId, customers.id));
  await db.delete(customers).where(and(eq(customers.demo, true), notExists(theirTickets)));
  await db.update(customers).set({ demo: false }).where(eq(customers.demo, true));

  const theirCustomers = db
    .select({ one: sql`1` })
    .from(customers)
    .where(eq(customers.accountId, accounts.id));
  await db.delete(accounts).where(and(eq(accounts.demo, true), notExists(theirCustomers)));
  await db.update(accounts).set({ demo: false }).where(eq(accounts.demo, true));

  await db.delete(articles).where(eq(articles.demo, true));
  if (keep) await db.update(people).set({ demo: false }).where(eq(people.id, keep));
  await db.delete(people).where(eq(people.demo, true));
  await deletePromises(db);
  await db.delete(settings).where(eq(settings.name, "desk.name"));
  return gone.length;
}

import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customerEmails, customers } from "@/db/schema/customer";
import { AppError } from "../platform/errors";

/** A customer with their addresses, the oldest first. @throws `not_found` */
export async function customerById(db: Db, id: string): Promise<{ id: string; emails: string[] }> {
  const [row] = await db.select({ id: customers.id }).from(customers).where(eq(customers.id, id));
  if (!row) throw new AppError("not_found", "There is no such customer.");
  const addresses = await db
    .select({ email: customerEmails.email })
    .from(customerEmails)
    .where(eq(customerEmails.customerId, id))
    .orderBy(asc(customerEmails.createdAt), asc(customerEmails.email));
  return { id, emails: addresses.map(({ email }) => email) };
}

/** The first customer of an account; null while it has none. */
export async function firstOfAccount(db: Db, accountId: string): Promise<string | null> {
  const [row] = await db
    .select({ id: customers.id })
    .from(customers)
    .where(eq(customers.accountId, accountId))
    .orderBy(asc(customers.createdAt), asc(customers.id))
    .limit(1);
  return row?.id ?? null;
}

export async function insertCaller(
  db: Db,
  row: { id: string; accountId: string; name: string; telephones: string[]; createdAt: Date },
): Promise<void> {
  await db.insert(customers).values(row);
}

/** Notes a telephone number with a customer, unless it is there. */
export async function addTelephone(db: Db, customerId: string, telephone: string): Promise<void> {
  await db
    .update(customers)
    .set({ telephones: sql`array_append(${customers.telephones}, ${telephone}::text)` })
    .where(
      sql`${eq(customers.id, customerId)} and not (${telephone}::text = any(${customers.telephones}))`,
    );
}

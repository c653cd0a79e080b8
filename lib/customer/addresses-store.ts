import { asc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { customerEmails } from "@/db/schema/customer";

/** Addresses of a person, the first known first; lower case. */
export async function addressesOf(db: Db, customerId: string): Promise<string[]> {
  const rows = await db
    .select({ email: customerEmails.email })
    .from(customerEmails)
    .where(eq(customerEmails.customerId, customerId))
    .orderBy(asc(customerEmails.createdAt), asc(customerEmails.email));
  return rows.map(({ email }) => email);
}

import { and, asc, eq, inArray, ne, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, billingEvents, customerEmails, customers } from "@/db/schema/customer";
import type { AccountFields, CustomerFields } from "./model";

/** A person with their account, both locked until the transaction ends. @returns null: nobody */
export async function lockFacts(
  db: Db,
  customerId: string,
): Promise<{ accountId: string; person: CustomerFields; account: AccountFields } | null> {
  const [row] = await db
    .select({ customer: customers, account: accounts })
    .from(customers)
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .where(eq(customers.id, customerId))
    .for("update");
  if (!row) return null;
  const emails = await db
    .select({ email: customerEmails.email })
    .from(customerEmails)
    .where(eq(customerEmails.customerId, customerId))
    .orderBy(asc(customerEmails.createdAt), asc(customerEmails.email));
  const { name, telephones } = row.customer;
  const { trialUntil, tier, seats, usage, onboarding } = row.account;
  return {
    accountId: row.account.id,
    person: { name, telephones, emails: emails.map(({ email }) => email) },
    account: {
      name: row.account.name,
      tier,
      seats,
      usage,
      onboarding,
      trialUntil: trialUntil?.toISOString() ?? null,
    },
  };
}

export async function updateAccount(
  db: Db,
  id: string,
  { trialUntil, ...fields }: Partial<AccountFields>,
): Promise<void> {
  const until = trialUntil === undefined ? {} : { trialUntil: dateOf(trialUntil) };
  await db
    .update(accounts)
    .set({ ...fields, ...until })
    .where(eq(accounts.id, id));
}

const dateOf = (iso: string | null) => (iso === null ? null : new Date(iso));

/** @returns the addresses of `emails` that somebody else has; nothing is changed then */
export async function updatePerson(
  db: Db,
  id: string,
  { emails, ...fields }: Partial<CustomerFields>,
  at: Date,
): Promise<string[]> {
  if (emails) {
    const taken = await replaceEmails(db, id, emails, at);
    if (taken.length > 0) return taken;
  }
  if (Object.keys(fields).length > 0) {
    await db.update(customers).set(fields).where(eq(customers.id, id));
  }
  return [];
}

async function replaceEmails(
  db: Db,
  customerId: string,
  emails: readonly string[],
  at: Date,
): Promise<string[]> {
  if (emails.length > 0) {
    await db
      .insert(customerEmails)
      .values(emails.map((email) => ({ email, customerId, createdAt: at })))
      .onConflictDoNothing();
    const others = await db
      .select({ email: customerEmails.email })
      .from(customerEmails)
      .where(
        and(inArray(customerEmails.email, [...emails]), ne(customerEmails.customerId, customerId)),
      );
    if (others.length > 0) return others.map(({ email }) => email);
  }
  await db
    .delete(customerEmails)
    .where(
      and(eq(customerEmails.customerId, customerId), notInArray(customerEmails.email, [...emails])),
    );
  return [];
}

/** Stores those whose id is new. @returns how many they were */
export async function insertBilling(
  db: Db,
  rows: (typeof billingEvents.$inferInsert)[],
): Promise<number> {
  const made = await db
    .insert(billingEvents)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: billingEvents.id });
  return made.length;
}

/** Everybody in the account of a customer, that one among them. */
export async function peopleOfAccount(
  db: Db,
  customerId: string,
): Promise<{ ids: string[]; tier: AccountFields["tier"]; seats: number } | null> {
  const rows = await db
    .select({ id: customers.id, tier: accounts.tier, seats: accounts.seats })
    .from(customers)
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .where(
      sql`${customers.accountId} = (select account_id from customers where id = ${customerId})`,
    );
  const [first] = rows;
  return first ? { ids: rows.map(({ id }) => id), tier: first.tier, seats: first.seats } : null;
}

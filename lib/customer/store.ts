import { eq, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { accounts, customerEmails, customers } from "@/db/schema/customer";
import { accountValue, type Tier } from "./model";

export type KnownCustomer = {
  customerId: string;
  accountId: string;
  accountKey: string;
  /** How much depends on the account: `accountValue`. */
  value: number;
};

type AccountRow = { account: string; tier: Tier; seats: number };

/** Who has this address (lower case); null when nobody. */
export async function customerByEmail(db: Db, email: string): Promise<KnownCustomer | null> {
  const [row] = await rowsOf<AccountRow & { customer: string; key: string }>(
    db,
    sql`select c.id as customer, a.id as account, a.key, a.tier, a.seats
        from ${customerEmails} e
        join ${customers} c on c.id = e.customer_id
        join ${accounts} a on a.id = c.account_id
        where e.email = ${email}`,
  );
  if (!row) return null;
  const value = accountValue(row.tier, row.seats);
  return { customerId: row.customer, accountId: row.account, accountKey: row.key, value };
}

export type NewCustomer = {
  accountId: string;
  accountKey: string;
  accountName: string;
  customerId: string;
  name: string;
  email: string;
  at: Date;
};

/**
 * Stores address, person and (unless its key is taken) account, in one statement: the address is
 * the lock, so that two requests at once make one person.
 *
 * @returns null when somebody else has the address by now
 */
export async function insertCustomer(db: Db, row: NewCustomer): Promise<KnownCustomer | null> {
  const at = row.at.toISOString();
  const [made] = await rowsOf<AccountRow>(
    db,
    sql`with address as (
          insert into customer_emails (email, customer_id, created_at)
          values (${row.email}, ${row.customerId}, ${at})
          on conflict (email) do nothing
          returning customer_id
        ), account as (
          insert into accounts (id, name, key, created_at)
          select ${row.accountId}::uuid, ${row.accountName}, ${row.accountKey}, ${at}::timestamptz
          from address
          on conflict (key) do update set key = excluded.key
          returning id, tier, seats
        )
        insert into customers (id, account_id, name, created_at)
        select address.customer_id, account.id, ${row.name}, ${at}::timestamptz
        from address, account
        returning account_id as account, (select tier from account), (select seats from account)`,
  );
  if (!made) return null;
  const { customerId, accountKey } = row;
  const value = accountValue(made.tier, made.seats);
  return { customerId, accountId: made.account, accountKey, value };
}

/** Finds or makes the account of this key. */
export async function accountByKey(
  db: Db,
  row: { id: string; key: string; name: string; at: Date },
): Promise<{ id: string; value: number }> {
  const [account] = await db
    .insert(accounts)
    .values({ id: row.id, key: row.key, name: row.name, createdAt: row.at })
    .onConflictDoUpdate({ target: accounts.key, set: { key: row.key } })
    .returning({ id: accounts.id, tier: accounts.tier, seats: accounts.seats });
  if (!account) throw new Error("upsert returned no account");
  return { id: account.id, value: accountValue(account.tier, account.seats) };
}

/** Moves a person to another account, if they still are in `from`. */
export async function moveCustomer(
  db: Db,
  customerId: string,
  from: string,
  to: string,
): Promise<void> {
  await db
    .update(customers)
    .set({ accountId: to })
    .where(sql`${customers.id} = ${customerId} and ${eq(customers.accountId, from)}`);
}

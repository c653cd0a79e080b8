import { type SQL, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { accounts, customerEmails, customers } from "@/db/schema/customer";
import { categories, intents } from "@/db/schema/desk";
import { people, teams } from "@/db/schema/person";
import { tickets } from "@/db/schema/ticket";

/** Customers that one `from:` may mean; more are no name. */
export const CUSTOMERS = 200;
/** Letters from which on a text may hold a typing error; shorter ones are like everything. */
const TYPO_LETTERS = 5;
/** Candidates for the few customers that are shown. */
const NAMED = 100;
/** Tickets that are counted; above it the number says nothing to anybody. */
const COUNTED = 1_000;

const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;

/** Whose name or address has the text in it, as it is written. */
const written = (text: string): SQL =>
  sql`select customers.id from ${customers} where customers.name ilike ${like(text)}
    union select customer_id as id from ${customerEmails} where email like ${like(text)}`;

/** Whose name is like the text but for typing errors. */
const alike = (text: string): SQL =>
  sql`select customers.id from ${customers} where customers.name %> ${text}`;

async function idsOf(db: Db, query: SQL, limit: number): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    db,
    sql`select id from (${query}) found limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/** Who is meant by a name or an address, with typing errors where nobody is written so. */
export async function customersNamed(db: Db, text: string, limit = CUSTOMERS): Promise<string[]> {
  const exact = !text.includes("@")
    ? []
    : await idsOf(
        db,
        sql`select customer_id as id from ${customerEmails} where email = ${text.toLowerCase()}`,
        limit,
      );
  if (exact.length > 0) return exact;
  const found = await idsOf(db, written(text), limit);
  return found.length > 0 || text.length < TYPO_LETTERS ? found : idsOf(db, alike(text), limit);
}

/** The people of an account: by its name or key, or by the address of one of them. */
export const customersOfAccount = (db: Db, text: string): Promise<string[]> =>
  idsOf(
    db,
    sql`select customers.id from ${customers} where customers.account_id in (
      select id from ${accounts} where key = ${text.toLowerCase()} or name ilike ${like(text)}
      union select c.account_id from ${customerEmails} e join ${customers} c on c.id = e.customer_id
        where e.email = ${text.toLowerCase()})`,
    CUSTOMERS + 1,
  );

export type NamedCustomer = {
  id: string;
  name: string;
  email: string | null;
  account: string;
  tickets: number;
};

/** The customers whose name or address fits a text best. */
export async function bestCustomers(db: Db, text: string, limit: number): Promise<NamedCustomer[]> {
  const ids = await customersNamed(db, text, NAMED);
  if (ids.length === 0) return [];
  return rowsOf<NamedCustomer>(
    db,
    sql`select customers.id, customers.name, a.name as account,
      (select min(e.email) from ${customerEmails} e where e.customer_id = customers.id) as email,
      (select count(*)::int from (select 1 from ${tickets} where tickets.customer_id = customers.id
        and tickets.merged_into_id is null limit ${COUNTED}) counted) as tickets
    from (select c.* from ${customers} c where c.id in (${uuids(ids)})
      order by word_similarity(${text}, c.name) desc, similarity(${text}, c.name) desc, c.id limit ${limit}) customers
    join ${accounts} a on a.id = customers.account_id
    order by word_similarity(${text}, customers.name) desc, similarity(${text}, customers.name) desc, customers.id`,
  );
}

const uuids = (ids: readonly string[]): SQL =>
  sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );

const small = (db: Db, table: SQL, key: SQL, text: string) =>
  idsOf(
    db,
    sql`select ${key}::text as id from ${table} where lower(${key}::text) = ${text.toLowerCase()}
      or lower(name) = ${text.toLowerCase()} or name ilike ${like(text)}`,
    20,
  );

export const peopleNamed = (db: Db, text: string) => small(db, sql`${people}`, sql`id`, text);
export const teamsNamed = (db: Db, text: string) => small(db, sql`${teams}`, sql`id`, text);
export const categoriesNamed = (db: Db, text: string) =>
  small(db, sql`${categories}`, sql`slug`, text);
export const intentsNamed = (db: Db, text: string) => small(db, sql`${intents}`, sql`slug`, text);

import { and, inArray, ne, sql } from "drizzle-orm";
import { type Db, rowsOf } from "@/db/client";
import { accounts, customerEmails, customers } from "@/db/schema/customer";

/** Names that one query looks up; however many there are, all are looked up. */
const AT_ONCE = 5_000;

/**
 * Which of these words are another account's: its name, or the name or address of one of its people.
 *
 * @param words whole names and addresses, lower case
 * @returns those that are, lower case
 */
export async function wordsOfOthers(
  db: Db,
  accountId: string,
  words: readonly string[],
): Promise<string[]> {
  const asked = [...new Set(words)];
  const found: string[] = [];
  for (let at = 0; at < asked.length; at += AT_ONCE) {
    found.push(...(await heldByOthers(db, accountId, asked.slice(at, at + AT_ONCE))));
  }
  if (found.length === 0) return [];
  // A namesake of ours is nobody else's secret.
  const ours = await rowsOf<{ word: string }>(
    db,
    sql`select lower(${accounts.name}) as word from ${accounts} where ${accounts.id} = ${accountId}
        union select lower(${customers.name}) from ${customers}
          where ${customers.accountId} = ${accountId}`,
  );
  const own = new Set(ours.map(({ word }) => word));
  return [...new Set(found)].filter((word) => !own.has(word));
}

async function heldByOthers(db: Db, accountId: string, asked: string[]): Promise<string[]> {
  const others = ne(accounts.id, accountId);
  const list = sql.param(asked);
  const rows = await rowsOf<{ word: string }>(
    db,
    sql`select lower(${accounts.name}) as word from ${accounts}
          where ${and(others, sql`lower(${accounts.name}) = any(${list}::text[])`)}
        union
        select lower(${customers.name}) from ${customers}
          where ${and(ne(customers.accountId, accountId), sql`lower(${customers.name}) = any(${list}::text[])`)}
        union
        select ${customerEmails.email} from ${customerEmails}
          join ${customers} on ${customers.id} = ${customerEmails.customerId}
          where ${and(ne(customers.accountId, accountId), inArray(customerEmails.email, asked))}`,
  );
  return rows.map(({ word }) => word);
}

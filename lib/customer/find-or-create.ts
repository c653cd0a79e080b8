import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import { isPersonalKey, personalKey } from "./model";
import {
  accountByKey,
  customerByEmail,
  insertCustomer,
  type KnownCustomer,
  moveCustomer,
} from "./store";

export type CustomerFacts = {
  /** Lower case. */
  email: string;
  name?: string | undefined;
  /** The caller's key of the account, and its name where told. */
  account?: { key: string; name: string } | undefined;
};

/**
 * The customer behind an address; made when new. Without an account, the person is their own: two
 * people who share a mail domain are strangers to each other. A person who was their own joins
 * the account once a caller names it; from one company to another only people at the desk move them.
 *
 * @param found what `customerByEmail` has just said, where the caller has asked already
 */
export async function findOrCreateCustomer(
  ctx: Context,
  { email, name, account }: CustomerFacts,
  found?: KnownCustomer | null,
): Promise<KnownCustomer> {
  const known = found === undefined ? await customerByEmail(ctx.db, email) : found;
  if (known && account && isPersonalKey(known.accountKey)) return adopt(ctx, known, account);
  if (known) return known;
  const made = await insertCustomer(ctx.db, {
    accountId: newId(),
    accountKey: account?.key ?? personalKey(email),
    accountName: account?.name ?? name ?? email,
    customerId: newId(),
    name: name ?? email,
    email,
    at: ctx.now(),
  });
  const customer = made ?? (await customerByEmail(ctx.db, email));
  if (!customer) throw new Error("the address was taken and is free again");
  return customer;
}

async function adopt(
  ctx: Context,
  known: KnownCustomer,
  account: { key: string; name: string },
): Promise<KnownCustomer> {
  const { id: accountId, value } = await accountByKey(ctx.db, {
    id: newId(),
    ...account,
    at: ctx.now(),
  });
  await moveCustomer(ctx.db, known.customerId, known.accountId, accountId);
  return { customerId: known.customerId, accountId, accountKey: account.key, value };
}

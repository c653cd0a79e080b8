import type { Context } from "../platform/context";
import { newId } from "../platform/ids";
import { firstOfAccount, insertCaller } from "./caller-store";
import { personalKey } from "./model";
import { accountByKey } from "./store";

/**
 * The customer behind a telephone number, who has no address yet; made when new, in an account of
 * their own. Call it inside a transaction: the account is the lock, so that two calls at once make
 * one person.
 */
export async function findOrCreateCaller(
  ctx: Context,
  { name, telephone }: { name: string; telephone: string },
): Promise<{ customerId: string }> {
  const key = personalKey(`tel:${telephone}`);
  const { id: accountId } = await accountByKey(ctx.db, { id: newId(), key, name, at: ctx.now() });
  const known = await firstOfAccount(ctx.db, accountId);
  if (known) return { customerId: known };
  const id = newId();
  const createdAt = ctx.now();
  await insertCaller(ctx.db, { id, accountId, name, telephones: [telephone], createdAt });
  return { customerId: id };
}

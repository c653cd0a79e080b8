import { desc, eq } from "drizzle-orm";
import type { Db } from "@/db/client";
import { accounts, billingEvents, customers } from "@/db/schema/customer";
import { AppError } from "../platform/errors";

/**
 * What routing and drafting may know of a customer: the person, the account behind them, and its
 * ten newest billing events. @throws `not_found`
 */
export async function customerContext(db: Db, customerId: string) {
  const [row] = await db
    .select({ customer: customers, account: accounts })
    .from(customers)
    .innerJoin(accounts, eq(accounts.id, customers.accountId))
    .where(eq(customers.id, customerId));
  if (!row) throw new AppError("not_found", "There is no such customer.");
  const billing = await db
    .select({
      kind: billingEvents.kind,
      detail: billingEvents.detail,
      amountCents: billingEvents.amountCents,
      currency: billingEvents.currency,
      at: billingEvents.at,
    })
    .from(billingEvents)
    .where(eq(billingEvents.accountId, row.account.id))
    .orderBy(desc(billingEvents.at))
    .limit(10);
  return { ...row, billing };
}

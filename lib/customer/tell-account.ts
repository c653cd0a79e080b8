import { createHash } from "node:crypto";
import { recordEvent } from "../event";
import type { Context } from "../platform/context";
import { changedIn } from "./changed";
import { insertBilling, lockFacts, updateAccount } from "./facts-store";
import { type AccountFields, accountValue, type BillingKind } from "./model";

/** What another system tells of an account; what it leaves out stays as it is. */
type ToldAccount = Partial<AccountFields> & {
  billing: readonly ToldBilling[];
};

type ToldBilling = {
  /** The system's own id; without one the same facts are the same event. */
  id?: string | undefined;
  kind: BillingKind;
  amountCents: number | null;
  currency: string | null;
  detail: string;
  at: Date;
};

/**
 * Keeps what a system tells of a customer's account: the newest word counts. Billing events are
 * added, each once. Call it inside a transaction.
 *
 * @param old what is told is of the past: only billing events are kept, which have their own time
 * @returns how much depends on the account now
 */
export async function tellAccount(
  ctx: Context,
  customerId: string,
  { billing, ...told }: ToldAccount,
  old: boolean,
): Promise<number> {
  const known = await lockFacts(ctx.db, customerId);
  if (!known) throw new Error("the customer is gone while their account is told of");
  const { accountId, account: before } = known;
  if (billing.length > 0) {
    const rows = billing.map(({ id, ...event }) => ({
      ...event,
      id: billingId(accountId, { id, ...event }),
      accountId,
    }));
    await insertBilling(ctx.db, [...new Map(rows.map((row) => [row.id, row])).values()]);
  }
  const changed = old ? null : changedIn(before, told);
  if (changed) {
    await updateAccount(ctx.db, accountId, changed.after);
    await recordEvent(ctx, "customer.changed", {
      customerId,
      before: { account: changed.before },
      after: { account: changed.after },
    });
  }
  const { tier, seats } = { ...before, ...changed?.after };
  return accountValue(tier, seats);
}

/** The same for the same event of an account, so that telling it again adds nothing. */
function billingId(accountId: string, { id, ...facts }: ToldBilling): string {
  const named = id === undefined ? { ...facts, at: facts.at.toISOString() } : { id };
  const hash = createHash("sha256")
    .update(JSON.stringify([accountId, named]))
    .digest("hex");
  // RFC 9562, version 8: a UUID of one's own making.
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

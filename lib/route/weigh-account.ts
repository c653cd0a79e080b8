import { peopleOfAccount } from "../customer";
import { accountValue } from "../customer/model";
import { EVENTS } from "../event/model";
import { defineJob } from "../platform/jobs";
import { setValue } from "../ticket";

/**
 * Gives the tickets of an account their new weight, after its tier or seats were changed.
 *
 * Safe to repeat: the weight is worked out of the account as it is.
 */
export const weighAccount = defineJob({
  name: "route.weigh-account",
  payload: EVENTS["customer.changed"],
  async run(ctx, { customerId, after }) {
    const { tier, seats } = after.account ?? {};
    if (tier === undefined && seats === undefined) return "skipped: its weight is the same";
    const account = await peopleOfAccount(ctx.db, customerId);
    if (!account) return "skipped: the customer was erased";
    const value = accountValue(account.tier, account.seats);
    for (const id of account.ids) await setValue(ctx.db, id, value);
    return `tickets of ${account.ids.length} people`;
  },
});

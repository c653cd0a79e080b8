import { eventById, recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { changedIn } from "./changed";
import { lockFacts, updateAccount, updatePerson } from "./facts-store";
import type { EditCustomerInput, UndoCustomerInput } from "./inputs";
import { CUSTOMER_EVENTS, type KnownFields } from "./model";

/** `eventId` of the change, which can be undone; null when all was so already. */
type Edited = { eventId: string | null };

/**
 * Corrects what the desk knows of a person and of their account.
 *
 * @throws `conflict` where somebody else has an address; `invalid` when the last one is taken away
 */
export async function editCustomer(
  ctx: Context,
  { customerId, account = {}, ...person }: EditCustomerInput,
): Promise<Edited> {
  requirePermission(ctx, "ticket.write");
  return transaction(ctx, (tx) => change(tx, customerId, { ...person, account }));
}

/**
 * Puts back what a change by hand, or by another system, has replaced.
 *
 * @throws `conflict` when it was changed again since: nothing that came later is lost unseen
 */
export async function undoCustomerChange(
  ctx: Context,
  { eventId }: UndoCustomerInput,
): Promise<Edited> {
  requirePermission(ctx, "ticket.write");
  return transaction(ctx, async (tx) => {
    const event = await eventById(tx.db, eventId);
    const told = CUSTOMER_EVENTS["customer.changed"].safeParse(event?.payload).data;
    if (event?.type !== "customer.changed" || !told) {
      throw new AppError("not_found", "There is no such change.");
    }
    const { customerId, before, after } = told;
    const now = await lockFacts(tx.db, customerId);
    const { account = {}, ...person } = after;
    const moved =
      now && (changedIn(now.person, person) !== null || changedIn(now.account, account) !== null);
    if (!now || moved) {
      throw new AppError("conflict", "It was changed again since. Look at what it is now.");
    }
    return change(tx, customerId, before);
  });
}

async function change(
  ctx: Context,
  customerId: string,
  { account, ...person }: KnownFields,
): Promise<Edited> {
  const now = await lockFacts(ctx.db, customerId);
  if (!now) throw new AppError("not_found", "There is no such customer.");
  const ofPerson = changedIn(now.person, person);
  const ofAccount = changedIn(now.account, account ?? {});
  if (!ofPerson && !ofAccount) return { eventId: null };
  if (ofPerson?.after.emails?.length === 0) throw refused("invalid", "keep at least one");
  if (ofPerson) {
    const taken = await updatePerson(ctx.db, customerId, ofPerson.after, ctx.now());
    const [address] = taken;
    if (address) throw refused("conflict", `${address} belongs to somebody else`);
  }
  if (ofAccount) await updateAccount(ctx.db, now.accountId, ofAccount.after);
  const eventId = await recordEvent(ctx, "customer.changed", {
    customerId,
    before: { ...ofPerson?.before, ...(ofAccount && { account: ofAccount.before }) },
    after: { ...ofPerson?.after, ...(ofAccount && { account: ofAccount.after }) },
  });
  return { eventId };
}

const refused = (code: "invalid" | "conflict", why: string) =>
  new AppError(code, "Some fields are not right.", { fields: { emails: [why] } });

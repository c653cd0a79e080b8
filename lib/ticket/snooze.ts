import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { expectVersion } from "./expect-version";
import type { SnoozeTicketInput, WakeTicketInput } from "./inputs";
import { isSettled, statusWords } from "./model";
import { lockTicket, updateTicket } from "./store";

/** Longest snooze, milliseconds: a year. */
const LONGEST = 366 * 86_400_000;

/**
 * Takes a ticket out of the queues until a time, or until the customer writes. Its status and the
 * customer's wait stay as they are.
 *
 * @throws `invalid` for a time that is past or over a year away; `conflict` when the ticket is over
 */
export async function snoozeTicket(
  ctx: Context,
  input: SnoozeTicketInput,
): Promise<{ snoozedUntil: string }> {
  requirePermission(ctx, "ticket.write");
  const until = new Date(input.until);
  const ahead = until.getTime() - ctx.now().getTime();
  if (ahead <= 0) throw notThen("must be in the future");
  if (ahead > LONGEST) throw notThen("must be within a year");

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    if (isSettled(ticket.status)) {
      throw new AppError(
        "conflict",
        `This ticket is ${statusWords(ticket.status)}; there is nothing to snooze.`,
      );
    }
    if (ticket.snoozedUntil?.getTime() !== until.getTime()) {
      await updateTicket(tx.db, ticket.id, { snoozedUntil: until }, tx.now());
      const event = { ticketId: ticket.id, until: until.toISOString() };
      await recordEvent(tx, "ticket.snoozed", event);
    }
    return { snoozedUntil: until.toISOString() };
  });
}

/** Ends a snooze by hand. A ticket that is not snoozed stays as it is. */
export async function wakeTicket(
  ctx: Context,
  input: WakeTicketInput,
): Promise<{ snoozedUntil: null }> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    if (ticket.snoozedUntil) {
      await updateTicket(tx.db, ticket.id, { snoozedUntil: null }, tx.now());
      await recordEvent(tx, "ticket.woken", { ticketId: ticket.id, because: "Woken by hand." });
    }
    return { snoozedUntil: null };
  });
}

const notThen = (why: string) =>
  new AppError("invalid", "Some fields are not right.", { fields: { until: [why] } });

import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId, toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import type { FindQuery, FoundTicket } from "./model";
import { ticketById, ticketByNumber } from "./store";

/** Merges of merges; a longer chain can only be a ring. */
const MERGES = 50;
/** Largest number that the column holds. */
const NUMBERS = 2_147_483_647;

/**
 * The ticket that a number or an id leads to. The one of a merged ticket leads to where its
 * messages are now.
 *
 * @throws `not_found`
 */
export async function findTicket(ctx: Context, { ref }: FindQuery): Promise<FoundTicket> {
  requirePermission(ctx, "ticket.read");
  const named = await ticketOf(ctx, ref);
  let found = named;
  for (let hop = 0; found?.mergedIntoId && hop < MERGES; hop++) {
    found = await ticketById(ctx.db, found.mergedIntoId);
  }
  if (!named || !found) throw new AppError("not_found", "There is no such ticket.");
  const { mergedIntoId: _mergedIntoId, ...ticket } = found;
  return {
    ...ticket,
    id: toPublicId(TICKET_PREFIX, found.id),
    was: found.id === named.id ? null : named.number,
  };
}

function ticketOf(ctx: Context, ref: string) {
  const number = /^#?(\d{1,10})$/.exec(ref)?.[1];
  if (number) return Number(number) > NUMBERS ? null : ticketByNumber(ctx.db, Number(number));
  const id = fromPublicId(TICKET_PREFIX, ref);
  return id ? ticketById(ctx.db, id) : null;
}

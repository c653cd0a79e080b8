import { customerContext } from "../customer";
import type { Personal } from "../llm";
import type { Context } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId } from "../platform/ids";
import { participantsOf, ticketById } from "../ticket";
import { TICKET_PREFIX } from "../ticket/model";

/** The ticket that a screen names, with what of its customer must not leave. @throws `not_found` */
export async function ticketOf(ctx: Context, publicId: string) {
  const id = fromPublicId(TICKET_PREFIX, publicId);
  if (!id) throw new AppError("not_found", "There is no such ticket.");
  const ticket = await ticketById(ctx.db, id);
  const { customer, account } = await customerContext(ctx.db, ticket.customerId);
  const emails = await participantsOf(ctx.db, id);
  const personal: Personal = { names: [customer.name], emails, others: [account.name] };
  const { actor } = ctx;
  const about = {
    ticketId: id,
    customerId: customer.id,
    ...(actor.type === "person" && { personId: actor.personId }),
  };
  return { ticket, customer, account, personal, about };
}

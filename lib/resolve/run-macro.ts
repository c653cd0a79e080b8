import { z } from "zod";
import { customerContext } from "../customer";
import { getSetting, macroInUse } from "../desk";
import { fillMacro, MacroActions } from "../desk/model";
import { personName } from "../person";
import { type Context, requirePermission, requirePerson, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import {
  changeTags,
  expectVersion,
  lockTicket,
  participantsOf,
  setPriority,
  type Ticket,
  TicketRef,
} from "../ticket";
import { mayMove } from "../ticket/model";
import { giveTicket } from "./assign-by-person";
import { firstNameOf } from "./compose";
import { changeStatus } from "./status-by-person";

export const RunMacroInput = z.object({
  ticketId: TicketRef,
  macroId: z.uuid(),
  expectedVersion: z.number().int().min(1).optional(),
});
export type RunMacroInput = z.output<typeof RunMacroInput>;

/**
 * Does what a macro says to a ticket, all of it or nothing. Its words are given back filled in, for
 * the person to read and send; a placeholder that nothing is known for stays as it is.
 *
 * @throws `not_found` when the macro is put away
 */
export async function runMacro(
  ctx: Context,
  { ticketId, macroId, expectedVersion }: RunMacroInput,
): Promise<{ text: string }> {
  requirePermission(ctx, "ticket.write");
  const personId = requirePerson(ctx);
  return transaction(ctx, async (tx) => {
    const macro = await macroInUse(tx.db, macroId);
    if (!macro) throw new AppError("not_found", "That macro is put away.");
    const actions = MacroActions.parse(macro.actions);
    const { status, priority, teamId, addTags, assignToMe } = actions;
    const ticket = await lockTicket(tx.db, ticketId);
    expectVersion(ticket, expectedVersion);
    if (addTags.length > 0) await changeTags(tx, { ticketId, add: addTags, remove: [] });
    if (priority) await setPriority(tx, { ticketId, priority });
    if (teamId || assignToMe) {
      await giveTicket(tx, {
        ticketId,
        ...(teamId && { teamId }),
        ...(assignToMe && { personId }),
      });
    }
    // A move that is not one, or that the lifecycle does not know, is left out: the words still help.
    if (status && mayMove(ticket.status, status, "person")) {
      await changeStatus(tx, { ticketId, status });
    }
    return { text: await filled(tx, macro.body, ticket, personId) };
  });
}

async function filled(
  ctx: Context,
  body: string,
  { id, customerId, number, subject }: Ticket,
  personId: string,
): Promise<string> {
  const { customer, account } = await customerContext(ctx.db, customerId);
  const [email = ""] = await participantsOf(ctx.db, id);
  const agent = (await personName(ctx.db, personId)) ?? "";
  return fillMacro(body, {
    "customer.name": customer.name,
    "customer.first_name": firstNameOf(customer.name),
    "customer.email": email,
    "account.name": account.name,
    "account.tier": account.tier,
    "ticket.number": `#${number}`,
    "ticket.subject": subject,
    "agent.name": agent,
    "agent.first_name": firstNameOf(agent),
    "desk.name": await getSetting(ctx.db, "desk.name"),
  });
}

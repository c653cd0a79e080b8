import { isHere } from "../person";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { type AssignTicketInput, assignTicket, lockTicket, setNextTry } from "../ticket";

/**
 * Gives a ticket to a person who still works here, to a team, to both or to neither. What a person
 * has is not taken up by the follow-up cycle.
 *
 * @throws `invalid` when the person has left
 */
export async function giveTicket(ctx: Context, input: AssignTicketInput) {
  requirePermission(ctx, "ticket.write");
  return transaction(ctx, async (tx) => {
    const { id } = await lockTicket(tx.db, input.ticketId);
    if (input.personId && !(await isHere(tx.db, input.personId))) {
      const fields = { personId: ["has left the desk"] };
      throw new AppError("invalid", "That person has left the desk.", { fields });
    }
    const given = await assignTicket(tx, input);
    if (given.personId) await setNextTry(tx.db, id, null);
    return given;
  });
}

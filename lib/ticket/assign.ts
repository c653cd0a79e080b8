import { recordEvent } from "../event";
import { type Context, requirePermission, transaction } from "../platform/context";
import { AppError } from "../platform/errors";
import { expectVersion } from "./expect-version";
import type { AssignTicketInput } from "./inputs";
import { lockTicket, updateTicket } from "./store";

type Assignment = { personId: string | null; teamId: string | null };

/** Gives a ticket to a person, a team, both or neither. */
export async function assignTicket(ctx: Context, input: AssignTicketInput): Promise<Assignment> {
  requirePermission(ctx, "ticket.write");

  return transaction(ctx, async (tx) => {
    const ticket = await lockTicket(tx.db, input.ticketId);
    expectVersion(ticket, input.expectedVersion);
    const { personId = ticket.assigneeId, teamId = ticket.teamId } = input;
    if (personId !== ticket.assigneeId || teamId !== ticket.teamId) {
      await updateTicket(tx.db, ticket.id, { assigneeId: personId, teamId }, tx.now());
      await recordEvent(tx, "ticket.assigned", { ticketId: ticket.id, personId, teamId });
    }
    return { personId, teamId };
  }).catch((error: unknown) => {
    throw isMissingReference(error)
      ? new AppError("invalid", "That person or team is gone.", { cause: error })
      : error;
  });
}

/** Postgres: a foreign key names a row that is not there. Only the two that are set here can. */
function isMissingReference(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return [error, cause].some((at) => at instanceof Error && "code" in at && at.code === "23503");
}

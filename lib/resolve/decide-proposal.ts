import { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { defineJob } from "../platform/jobs";
import { parseInput } from "../platform/parse";
import { lockTicket } from "../ticket";
import { dropProposal, type ProposalEnd, runProposal, tellLostProposals } from "../tool";
import { ProposalRef } from "../tool/model";
import { toolFacts } from "./tool-facts";

/** A person has what a model proposed carried out, once, for the customer as they are now. */
export async function confirmProposal(ctx: Context, input: ProposalRef): Promise<ProposalEnd> {
  requirePermission(ctx, "ticket.reply");
  return runProposal(ctx, parseInput(ProposalRef, input), async (tx, ticketId) => {
    const ticket = await lockTicket(tx.db, ticketId);
    if (ticket.mergedIntoId !== null) {
      throw new AppError("conflict", "The ticket was merged into another one. Nothing was done.");
    }
    return toolFacts(tx, ticket);
  });
}

export async function declineProposal(ctx: Context, input: ProposalRef): Promise<void> {
  requirePermission(ctx, "ticket.reply");
  await dropProposal(ctx, parseInput(ProposalRef, input));
}

/**
 * Says of confirmed proposals whose call has no end that their outcome is unknown.
 *
 * Safe to repeat: a proposal leaves `running` once, and no call is made.
 */
export const sweepProposals = defineJob({
  name: "resolve.sweep-proposals",
  payload: z.object({}),
  run: async (ctx) => `${await tellLostProposals(ctx)} proposals have an unknown outcome`,
});

import { z } from "zod";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import {
  conversationOf,
  customerMessages,
  lockTicket,
  plainText,
  smallTalk,
  type Ticket,
  updateTicket,
} from "../ticket";
import type { TriedStep } from "./model";
import { newestRouting } from "./store";
import { summarise } from "./summary";
import { findTried } from "./tried";

/**
 * Builds the hand-over summary again when more is told of a conversation.
 *
 * Safe to repeat: it is made of what is stored, with the ticket locked, and the same summary is not
 * written twice.
 */
export const summariseTicket = defineJob({
  name: "route.summarise",
  payload: z.object({ ticketId: z.uuid() }),
  run: (ctx, { ticketId }) =>
    transaction(ctx, async (tx) => {
      const ticket = await lockTicket(tx.db, ticketId);
      const thread = await customerMessages(tx.db, ticketId);
      const tried = findTried(thread.map(({ text }) => plainText(text)).join("\n"));
      const routed = await newestRouting(tx.db, ticketId);
      const summary = await summaryOf(tx, ticket, tried, routed?.aiMayNotBecause ?? []);
      if (summary === ticket.aiSummary) return "skipped: nothing has changed";
      await updateTicket(tx.db, ticketId, { aiSummary: summary }, tx.now());
      return "summarised";
    }),
});

/**
 * The hand-over summary of a ticket, made of what is in its thread now.
 *
 * @returns null where no AI has spoken and nobody has handed anything over
 */
export async function summaryOf(
  ctx: Context,
  ticket: Pick<Ticket, "id" | "toolsUsed" | "escalationReason">,
  tried: readonly TriedStep[],
  forPeople: readonly string[],
): Promise<string | null> {
  const conversation = await conversationOf(ctx.db, ticket.id);
  const { toolsUsed, escalationReason } = ticket;
  const handedOver =
    conversation.fromHistory ||
    conversation.lastAiReply !== null ||
    conversation.results.length > 0 ||
    toolsUsed.length > 0 ||
    escalationReason !== null;
  if (!handedOver) return null;
  const opening = conversation.opening.map(plainText);
  return summarise({
    conversation,
    first: opening.find((text) => smallTalk(text) === null) ?? opening[0] ?? null,
    toolsUsed,
    reasons: escalationReason ? [escalationReason] : forPeople,
    tried,
  });
}

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
  ticketById,
  updateTicket,
} from "../ticket";
import type { TriedStep } from "./model";
import { IN_SHORT, modelSummary } from "./model-summary";
import { newestRouting } from "./store";
import { summarise } from "./summary";
import { findTried } from "./tried";

export const SUMMARISE = "route.summarise";

/**
 * Builds the hand-over summary again when more is told of a conversation, and puts a model's words
 * above it where one is switched on.
 *
 * Safe to repeat: it is made of what is stored, with the ticket locked; the same summary is not
 * written twice, and a model is not asked again about one that has its words.
 */
export const summariseTicket = defineJob({
  name: SUMMARISE,
  payload: z.object({ ticketId: z.uuid() }),
  async run(ctx, { ticketId }) {
    const before = await ticketById(ctx.db, ticketId);
    const told = await localSummary(ctx, before);
    const known = before.aiSummary ?? "";
    const short = known.startsWith(IN_SHORT) ? (known.split("\n")[0] ?? null) : null;
    if (told === (short ? known.slice(short.length + 1) : known)) {
      if (short || told === null) return "skipped: nothing has changed";
    }
    const words = told === null ? null : await modelSummary(ctx, before);
    return transaction(ctx, async (tx) => {
      const ticket = await lockTicket(tx.db, ticketId);
      const local = await localSummary(tx, ticket);
      // What was told meanwhile is in the lines; its own job sums it up.
      const summary = local && words ? `${words}\n${local}` : local;
      if (summary === ticket.aiSummary) return "skipped: nothing has changed";
      await updateTicket(tx.db, ticketId, { aiSummary: summary }, tx.now());
      return "summarised";
    });
  },
});

async function localSummary(ctx: Context, ticket: Ticket): Promise<string | null> {
  const thread = await customerMessages(ctx.db, ticket.id);
  const tried = findTried(thread.map(({ text }) => plainText(text)).join("\n"));
  const routed = await newestRouting(ctx.db, ticket.id);
  return summaryOf(ctx, ticket, tried, routed?.aiMayNotBecause ?? []);
}

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

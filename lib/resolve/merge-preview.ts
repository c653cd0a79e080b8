import type { z } from "zod";
import { customerContext } from "../customer";
import { type Context, requirePermission } from "../platform/context";
import { parseInput } from "../platform/parse";
import { countMessages, type Ticket, ticketById, whyNotMerge, wouldReopen } from "../ticket";
import { statusWords, type TicketStatus } from "../ticket/model";
import { hasHeld } from "./attempt-store";
import { PreviewMergeInput } from "./merge-inputs";

type MergeSide = {
  id: string;
  number: number;
  subject: string;
  status: TicketStatus;
  customer: string;
  account: string;
  messages: number;
};

export type MergePreview = {
  source: MergeSide;
  target: MergeSide;
  /** Messages that go over. */
  moves: number;
  /** What a person should know first, in plain words. */
  warnings: string[];
  acrossAccounts: boolean;
  /** Why it can't be done at all. */
  problem: string | null;
};

/** What merging one ticket into another would do. Changes nothing. */
export async function previewMerge(
  ctx: Context,
  input: z.input<typeof PreviewMergeInput>,
): Promise<MergePreview> {
  requirePermission(ctx, "ticket.write");
  const { sourceId, targetId } = parseInput(PreviewMergeInput, input);
  const tickets = {
    source: await ticketById(ctx.db, sourceId),
    target: await ticketById(ctx.db, targetId),
  };
  const [source, target] = [await side(ctx, tickets.source), await side(ctx, tickets.target)];
  const acrossAccounts = source.accountId !== target.accountId;
  return {
    source: source.shown,
    target: target.shown,
    moves: source.shown.messages,
    warnings: [
      acrossAccounts && acrossWords(source.shown, target.shown),
      tickets.source.channel !== tickets.target.channel &&
        `Replies will go where #${target.shown.number} came from: ${tickets.target.channel.replace("_", "-")}.`,
      wouldReopen(tickets.source, tickets.target) &&
        `#${target.shown.number} is ${statusWords(target.shown.status)}; it opens again, because somebody waits.`,
      (source.held || target.held) &&
        "Drafts that are held for review are set aside: they answer only one of the two.",
    ].filter((words) => words !== false),
    acrossAccounts,
    problem: whyNotMerge(tickets.source, tickets.target),
  };
}

async function side(ctx: Context, ticket: Ticket) {
  const { customer, account } = await customerContext(ctx.db, ticket.customerId);
  const { id, number, subject, status } = ticket;
  const messages = await countMessages(ctx.db, id);
  const names = { customer: customer.name, account: account.name };
  return {
    shown: { id, number, subject, status, ...names, messages } satisfies MergeSide,
    accountId: account.id,
    held: await hasHeld(ctx.db, id),
  };
}

const acrossWords = (source: MergeSide, target: MergeSide) =>
  `These tickets belong to different accounts: people of ${source.account} would read what ${target.account} wrote, and the other way round.`;

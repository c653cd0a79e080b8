import { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { toPublicId } from "../platform/ids";
import { TICKET_PREFIX } from "../ticket/model";
import { billingRows, firstApproval, itemRow, openTickets, publicRows } from "./item-store";
import type { AttemptView, ReviewItem } from "./model";
import { kindOfOne, lookRow } from "./queue-store";
import { askingOf } from "./read-queue";
import { readSources } from "./read-sources";

export const ReviewItemQuery = z.object({ id: z.uuid() });

type Head = NonNullable<Awaited<ReturnType<typeof itemRow>>>;
type Thread = Awaited<ReturnType<typeof publicRows>>;

/** Everything that deciding about one draft needs, also when it is settled. @throws `not_found` */
export async function readReviewItem(
  ctx: Context,
  { id }: z.output<typeof ReviewItemQuery>,
): Promise<ReviewItem> {
  const asking = await askingOf(ctx);
  const head = await itemRow(ctx.db, id);
  if (!head) throw new AppError("not_found", "There is no such draft.");
  if (head.attempt.decision !== "held") requirePermission(ctx, "draft.settle_flagged");
  const { ticket, account } = head;
  const [kind, thread, evidence, open, billing, look, approved] = await Promise.all([
    kindOfOne(ctx.db, asking, id),
    publicRows(ctx.db, ticket.id),
    readSources(ctx, head.attempt, ticket),
    openTickets(ctx.db, account.id, ticket.id),
    billingRows(ctx.db, account.id),
    lookRow(ctx.db, id),
    firstApproval(ctx.db, id),
  ]);
  return {
    id,
    kind: kind ?? "held",
    attempt: toAttempt(head, thread),
    sentText: head.attempt.sentText,
    sampleRate: head.attempt.sampleRate,
    ticket: ticketPart(head),
    thread: [...thread].reverse().map(toMessage),
    ...evidence,
    customer: {
      name: head.customer,
      account: account.name,
      tier: account.tier,
      seats: account.seats,
      trialUntil: account.trialUntil?.toISOString() ?? null,
      open: open.map((row) => ({ ...row, id: toPublicId(TICKET_PREFIX, row.id) })),
      billing: billing.map((row) => ({ ...row, at: row.at.toISOString() })),
    },
    look: look && {
      by: look.by,
      of: look.ofId ? { id: look.ofId, name: look.ofName ?? "" } : null,
      note: look.note,
    },
    approved,
    fourEyes: asking.fourEyes.includes(ticket.category),
  };
}

function ticketPart({ ticket, category, team }: Head): ReviewItem["ticket"] {
  return {
    id: toPublicId(TICKET_PREFIX, ticket.id),
    number: ticket.number,
    subject: ticket.subject,
    channel: ticket.channel,
    category,
    intent: ticket.primaryIntent,
    priority: ticket.priority,
    status: ticket.status,
    team,
    escalationReason: ticket.escalationReason,
    sentiment: ticket.sentiment,
  };
}

function toMessage({ person, customer, createdAt, ...message }: Thread[number]) {
  const name = message.author === "ai" ? "Deskhand" : (person ?? customer ?? "Unknown");
  return { ...message, name, createdAt: createdAt.toISOString() };
}

const LeftOut = z.array(z.object({ tried: z.string() })).catch([]);

function toAttempt({ attempt, reviewer }: Head, thread: Thread): AttemptView {
  // The thread comes newest first.
  const newest = thread.find(({ author }) => author === "customer");
  return {
    id: attempt.id,
    draft: attempt.draft,
    sentences: attempt.sentences,
    sources: attempt.sources,
    confidence: attempt.confidence,
    parts: attempt.parts,
    leftOut: [...new Set(LeftOut.parse(attempt.snapshot.leftOut).map(({ tried }) => tried))],
    decision: attempt.decision,
    decisionReason: attempt.decisionReason,
    reviewState: attempt.reviewState,
    reviewer,
    reviewedAt: attempt.reviewedAt?.toISOString() ?? null,
    rejectReason: attempt.rejectReason,
    rejectNote: attempt.rejectNote,
    model: attempt.model,
    stale: newest !== undefined && newest.id !== attempt.answersMessageId,
    createdAt: attempt.createdAt.toISOString(),
  };
}

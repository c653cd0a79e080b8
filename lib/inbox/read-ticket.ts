import { z } from "zod";
import { type Context, requirePermission } from "../platform/context";
import { AppError } from "../platform/errors";
import { fromPublicId, toPublicId } from "../platform/ids";
import type { AttemptView } from "../review/model";
import { TICKET_PREFIX } from "../ticket/model";
import { eventWords } from "./event-words";
import { labelSources } from "./label-source";
import { toMessage } from "./message-view";
import type { EventView, TicketQuery, TicketView } from "./model";
import { readUpTo } from "./presence-store";
import { ticketNow } from "./ticket-now";
import {
  attemptRow,
  billingRows,
  deskNames,
  earlierRows,
  THREAD_LIMIT,
  threadRows,
  ticketNames,
  ticketRow,
  timelineRows,
} from "./ticket-store";

const LeftOut = z.array(z.object({ tried: z.string() }));

const MOVED_ALONG = /^ticket\.status_changed (?!open$)/;

type Thread = Awaited<ReturnType<typeof threadRows>>;
type Timeline = Awaited<ReturnType<typeof timelineRows>>;
type Head = NonNullable<Awaited<ReturnType<typeof ticketRow>>>;

/** Everything that the page of one ticket shows. @throws `not_found` */
export async function readTicket(ctx: Context, query: TicketQuery): Promise<TicketView> {
  requirePermission(ctx, "ticket.read");
  const id = fromPublicId(TICKET_PREFIX, query.id);
  const head = id && (await ticketRow(ctx.db, id));
  if (!head) throw new AppError("not_found", "There is no such ticket.");
  const me = ctx.actor.type === "person" ? ctx.actor.personId : null;
  const [thread, timeline, attempt, earlier, billing, names, now, readAt] = await Promise.all([
    threadRows(ctx.db, id),
    timelineRows(ctx.db, id),
    attemptRow(ctx.db, id),
    earlierRows(ctx.db, head.account.id, id),
    billingRows(ctx.db, head.account.id),
    deskNames(ctx.db),
    ticketNow(ctx, head),
    me ? readUpTo(ctx.db, id, me) : null,
  ]);
  const leaving = leavingReplies(timeline, ctx.now());
  for (const [other, name] of await ticketNames(ctx.db, mentioned(timeline)))
    names.set(other, name);
  for (const { rating } of thread) if (rating) names.set(rating.id, rating.comment);
  return {
    ...ticketPart(head),
    labels: labelSources(head, timeline),
    ...now,
    readAt: readAt?.toISOString() ?? null,
    customer: {
      ...customerPart(head),
      billing: billing.map((row) => ({ ...row, at: row.at.toISOString() })),
      earlier: earlier.map(toLink),
    },
    messages: thread
      .slice(0, THREAD_LIMIT)
      .reverse()
      .map((row) => toMessage(row, leaving)),
    moreMessages: thread.length > THREAD_LIMIT,
    events: timeline.reverse().map((row) => toEvent(row, names)),
    attempt: attempt && toAttempt(attempt, thread),
  };
}

function ticketPart({ ticket, category, team, assignee, linked }: Head) {
  return {
    id: toPublicId(TICKET_PREFIX, ticket.id),
    number: ticket.number,
    channel: ticket.channel,
    source: ticket.source,
    subject: ticket.subject,
    status: ticket.status,
    priority: ticket.priority,
    priorityReasons: ticket.priorityReasons,
    category,
    intents: ticket.intents,
    sentiment: ticket.sentiment,
    tags: ticket.tags,
    summary: ticket.aiSummary,
    escalationReason: ticket.escalationReason,
    toolsUsed: ticket.toolsUsed,
    sentimentTrend: ticket.sentimentTrend,
    team: ticket.teamId && team ? { id: ticket.teamId, name: team } : null,
    assignee: ticket.assigneeId && assignee ? { id: ticket.assigneeId, name: assignee } : null,
    waitingSince: ticket.waitingSince?.toISOString() ?? null,
    version: ticket.version,
    demo: ticket.demo,
    historic: ticket.historic,
    createdAt: ticket.createdAt.toISOString(),
    linked: linked && { ...toLink(linked), kind: ticket.linkKind ?? ("continues" as const) },
    snoozedUntil: ticket.snoozedUntil?.toISOString() ?? null,
  };
}

function customerPart({ customer, account, emails }: Head) {
  return {
    id: customer.id,
    name: customer.name,
    aiStopped: customer.aiStopped,
    emails,
    telephones: customer.telephones,
    account: {
      name: account.name,
      tier: account.tier,
      seats: account.seats,
      since: account.createdAt.toISOString(),
      trialUntil: account.trialUntil?.toISOString() ?? null,
      onboarding: account.onboarding,
      usage: account.usage,
    },
  };
}

const OTHER_TICKETS = ["otherTicketId", "linkedTicketId", "fromTicketId", "toTicketId"] as const;

/** Tickets that the timeline names by id. */
function mentioned(timeline: Timeline): string[] {
  const ids = timeline.flatMap(({ event }) => OTHER_TICKETS.map((key) => event.payload[key]));
  return [...new Set(ids.filter((id) => typeof id === "string"))];
}

/** Replies that can still be taken back, by message: until when. */
function leavingReplies(timeline: Timeline, now: Date): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { event } of timeline) {
    if (event.type !== "reply.approved") continue;
    const { messageId, notBefore } = event.payload;
    if (typeof messageId !== "string" || typeof notBefore !== "string") continue;
    if (new Date(notBefore) > now) found.set(messageId, notBefore);
  }
  return found;
}

function toLink<T extends { id: string }>(row: T): T {
  return { ...row, id: toPublicId(TICKET_PREFIX, row.id) };
}

function toEvent(
  { event, person, connection }: Timeline[number],
  names: ReadonlyMap<string, string>,
): EventView {
  const words = eventWords(event.type, event.payload, names);
  const byPerson = event.actorType === "person";
  return {
    id: event.id,
    type: event.type,
    actor: person ?? connection ?? (event.actorId === "customer" ? "Customer" : "Deskhand"),
    ...words,
    routingId: typeof event.payload.routingId === "string" ? event.payload.routingId : null,
    // A move that a job made follows from the line before it; only re-opening is news.
    folded: words.folded && (byPerson || !MOVED_ALONG.test(`${event.type} ${event.payload.to}`)),
    createdAt: event.createdAt.toISOString(),
  };
}

function toAttempt(
  { attempt, reviewer }: NonNullable<Awaited<ReturnType<typeof attemptRow>>>,
  thread: Thread,
): AttemptView {
  // The thread comes newest first.
  const newest = thread.find(({ message }) => message.public && message.author === "customer");
  return {
    id: attempt.id,
    draft: attempt.draft,
    sentences: attempt.sentences,
    sources: attempt.sources,
    confidence: attempt.confidence,
    parts: attempt.parts,
    leftOut: triedSteps(attempt.snapshot.leftOut),
    decision: attempt.decision,
    decisionReason: attempt.decisionReason,
    reviewState: attempt.reviewState,
    reviewer,
    reviewedAt: attempt.reviewedAt?.toISOString() ?? null,
    rejectReason: attempt.rejectReason,
    rejectNote: attempt.rejectNote,
    model: attempt.model,
    stale: newest !== undefined && newest.message.id !== attempt.answersMessageId,
    createdAt: attempt.createdAt.toISOString(),
  };
}

/** Steps behind the sentences left out. The snapshot is of the version that wrote it: read with care. */
function triedSteps(leftOut: unknown): string[] {
  const steps = LeftOut.safeParse(leftOut).data?.map(({ tried }) => tried) ?? [];
  return [...new Set(steps)];
}

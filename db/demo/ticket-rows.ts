import type { deliveries } from "../schema/deliver";
import type { events } from "../schema/event";
import type { attempts } from "../schema/resolve";
import type { ticketParticipants, tickets } from "../schema/ticket";
import { type AttemptRow, attemptRow } from "./attempt-rows";
import { type Cast, idAt, known, type MessageRow, minutesBefore } from "./cast-rows";
import { deliveryRow, stableId } from "./delivery-rows";
import { timeline } from "./timeline";
import type { DemoChannel, DemoMessage, DemoTicket } from "./types";

/** Everything that one ticket puts into the database. */
export type TicketRows = {
  ticket: typeof tickets.$inferInsert;
  participant: typeof ticketParticipants.$inferInsert;
  messages: MessageRow[];
  attempt: typeof attempts.$inferInsert | null;
  deliveries: (typeof deliveries.$inferInsert)[];
  events: (typeof events.$inferInsert)[];
};

const SOURCES: Record<DemoChannel, string> = {
  email: "mail",
  in_app: "widget",
  chat: "chat",
  webhook: "zendesk",
  api: "api",
  manual: "desk",
};

export function ticketRows(demo: DemoTicket, index: number, cast: Cast): TicketRows {
  const createdAt = minutesBefore(cast.now, demo.minutesAgo);
  const id = idAt(createdAt);
  const customer = known(cast.customers[demo.customerIndex], `customer ${demo.customerIndex}`);
  const thread = demo.messages.map((message) => messageRow(message, id, customer.id, cast));
  const attempt = demo.attempt ? attemptRow(demo.attempt, id, thread, cast) : null;
  const replies = thread.filter(isReply);
  const outgoing = replies.map((reply) => deliveryRow(reply, demo, customer, cast));
  return {
    ticket: ticketRow(demo, { id, index, createdAt, customer, attempt }, thread, cast),
    participant: { ticketId: id, email: customer.email },
    messages: thread,
    attempt,
    deliveries: outgoing,
    events: timeline({ demo, ticketId: id, thread, attempt, deliveries: outgoing, cast }),
  };
}

type Facts = {
  id: string;
  index: number;
  createdAt: Date;
  customer: { id: string; value: number };
  attempt: AttemptRow | null;
};

function ticketRow(
  demo: DemoTicket,
  { id, index, createdAt, customer, attempt }: Facts,
  thread: MessageRow[],
  cast: Cast,
): TicketRows["ticket"] {
  const at = (minutes: number | null) =>
    minutes === null ? null : minutesBefore(cast.now, minutes);
  const replies = thread.filter(isReply);
  const settled = demo.status === "resolved" || demo.status === "closed";
  const moments = [...thread.map((m) => m.createdAt), attempt?.reviewedAt, attempt?.createdAt];
  const latest = Math.max(...moments.map((moment) => moment?.getTime() ?? 0));
  return {
    id,
    conversationId: talks(demo.channel) ? `demo-${index + 1}` : null,
    customerId: customer.id,
    value: customer.value,
    channel: demo.channel,
    source: SOURCES[demo.channel],
    subject: demo.subject,
    body: demo.messages[0]?.text ?? demo.subject,
    category: demo.category,
    intents: demo.intents,
    primaryIntent: demo.intents[0]?.intent ?? null,
    sentiment: demo.sentiment,
    language: demo.language,
    priority: demo.priority,
    priorityReasons: demo.priorityReasons.map((text) => ({ text, evidence: [] })),
    status: demo.status,
    waitingSince: at(demo.waitingSinceMinutesAgo),
    teamId: known(cast.teams.get(demo.teamName), demo.teamName),
    assigneeId: demo.assigneeEmail ? known(cast.people.get(demo.assigneeEmail), "assignee") : null,
    assignedAgent: attempt ? "deskhand" : null,
    resolution: settled ? (replies.at(-1)?.text ?? null) : null,
    confidenceScore: demo.attempt?.confidence ?? null,
    escalationReason: demo.escalationReason ?? null,
    tags: demo.tags,
    demo: true,
    createdAt,
    updatedAt: at(demo.closedMinutesAgo) ?? new Date(latest),
    firstResponseAt: replies[0]?.createdAt ?? null,
    resolvedAt: at(demo.resolvedMinutesAgo),
    closedAt: at(demo.closedMinutesAgo),
  };
}

function messageRow(
  message: DemoMessage,
  ticketId: string,
  customerId: string,
  cast: Cast,
): MessageRow {
  const createdAt = minutesBefore(cast.now, message.minutesAgo);
  const id = idAt(createdAt);
  const ours = message.author === "agent" || message.author === "ai";
  return {
    id,
    ticketId,
    kind: message.public ? "message" : "note",
    author: message.author,
    personId: message.personEmail ? known(cast.people.get(message.personEmail), "author") : null,
    customerId: message.author === "customer" ? customerId : null,
    public: message.public,
    text: message.text,
    externalId: ours && message.public ? stableId(id) : null,
    metadata: message.confirms ? { confirms: true } : {},
    createdAt,
  };
}

/** What has left for the customer. */
const isReply = (message: MessageRow) =>
  message.public && (message.author === "agent" || message.author === "ai");

const talks = (channel: DemoChannel) => channel === "chat" || channel === "in_app";

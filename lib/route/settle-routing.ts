import { getSetting } from "../desk";
import { recordEvent } from "../event";
import { subjectOf } from "../ingest/model";
import type { Context } from "../platform/context";
import { languageOf } from "../platform/language";
import {
  type Message,
  moveTicket,
  newerCustomerMessage,
  plainText,
  setMessageFacts,
  smallTalk,
  type Ticket,
  updateTicket,
} from "../ticket";
import { mayMove } from "../ticket/model";
import type { RoutingOutcome } from "./model";
import { feel } from "./sentiment";
import { SUMMARISE, summaryOf } from "./summarise-ticket";

/** The AI that handles a ticket once it is routed. */
const AGENT = "deskhand-local";

type Settling = {
  routingId: string;
  ticket: Ticket;
  message: Message;
  teamId: string | null;
  /** How much depends on the account now. */
  value: number;
  /** The customer's messages, oldest first. */
  thread: readonly Message[];
  decided: RoutingOutcome;
  /** A model was asked about the message. */
  consulted: boolean;
};

/** Makes a decision of routing true: ticket, messages, timeline, and what follows. */
export async function settleRouting(ctx: Context, settling: Settling): Promise<void> {
  const { ticket, teamId, thread, decided } = settling;
  const { assignee } = decided;
  const subject = betterSubject(ticket, thread);
  await keepFacts(ctx, thread);
  const summary = await summaryOf(ctx, ticket, decided.tried, decided.aiMayNotBecause);
  await updateTicket(
    ctx.db,
    ticket.id,
    {
      intents: decided.intents,
      primaryIntent: decided.primary,
      category: decided.category,
      sentiment: decided.sentiment,
      sentimentTrend: decided.trend,
      ...(decided.language && { language: decided.language }),
      priority: decided.priority,
      priorityReasons: decided.reasons,
      teamId,
      value: settling.value,
      tags: decided.tags,
      assignedAgent: AGENT,
      aiSummary: summary,
      ...(assignee?.personId && { assigneeId: assignee.personId }),
      ...(subject && { subject }),
    },
    ctx.now(),
  );
  if (assignee?.personId) {
    const given = { ticketId: ticket.id, personId: assignee.personId, teamId };
    await recordEvent(ctx, "ticket.assigned", given);
  }
  // Nothing is drafted for a message that another has followed, so nothing would end that work.
  const newest = !(await newerCustomerMessage(ctx.db, settling.message));
  if (newest && mayMove(ticket.status, "in_progress", "ai")) {
    const because = `${AGENT} looks for an answer.`;
    await moveTicket(ctx, { ticketId: ticket.id, to: "in_progress", mover: "ai", because });
  }
  // A model that has read the message sums up what people take over.
  if (summary !== null && settling.consulted) {
    await ctx.jobs.send(ctx.db, SUMMARISE, { ticketId: ticket.id });
  }
  await tell(ctx, settling, subject !== null);
}

async function tell(
  ctx: Context,
  { routingId, ticket, message, decided }: Settling,
  retitled: boolean,
): Promise<void> {
  const notBefore = await silenceUntil(ctx, ticket, message);
  await recordEvent(ctx, "ticket.routed", {
    ticketId: ticket.id,
    messageId: message.id,
    routingId,
    intents: decided.intents,
    category: decided.category,
    priority: decided.priority,
    reasons: decided.reasons,
    ...(decided.learned?.length && { learned: decided.learned }),
    team: decided.team,
    rules: decided.rules,
    aiMayAnswer: decided.aiMayNotBecause.length === 0,
    aiMayNotBecause: decided.aiMayNotBecause,
    sentiment: decided.sentiment,
    sentimentReasons: decided.sentimentReasons,
    language: decided.language,
    tried: decided.tried,
    novel: decided.novel,
    ...(decided.assignee && { assignedBecause: decided.assignee.because }),
    ...(retitled && { retitled }),
    ...(notBefore && { notBefore: notBefore.toISOString() }),
  });
}

/** People type a question in pieces: drafting waits until they have been silent for a while. */
async function silenceUntil(ctx: Context, ticket: Ticket, message: Message): Promise<Date | null> {
  if (ticket.channel !== "chat" && ticket.channel !== "in_app") return null;
  const seconds = await getSetting(ctx.db, "ai.silenceSeconds");
  const until = new Date(message.createdAt.getTime() + seconds * 1000);
  return until > ctx.now() ? until : null;
}

/** How each message feels and which language it is in, for those not read before. */
async function keepFacts(ctx: Context, thread: readonly Message[]): Promise<void> {
  const unread = thread.filter(({ sentiment }) => sentiment === null);
  await setMessageFacts(
    ctx.db,
    unread.map(({ id, text }) => {
      const read = plainText(text);
      return { id, sentiment: feel(read).score, language: languageOf(read) };
    }),
  );
}

/** A conversation that began with "hi" is named by its first question. @returns null: it stays */
function betterSubject({ subject, body }: Ticket, thread: readonly Message[]): string | null {
  const greets = smallTalk(subject) === "greeting" && smallTalk(body) === "greeting";
  if (!greets) return null;
  const asked = thread.map(({ text }) => plainText(text)).find((text) => smallTalk(text) === null);
  return asked?.trim() ? subjectOf({ kind: "message", subject: undefined, body: asked }) : null;
}

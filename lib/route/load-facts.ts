import { customerContext } from "../customer";
import { isPaying } from "../customer/model";
import { eventsOfTicket } from "../event";
import type { Context } from "../platform/context";
import type { Condition, Rule } from "../rule/model";
import {
  customerMessages,
  earlierTickets,
  type Message,
  personHasReplied,
  plainText,
  READ_CHARACTERS,
  type Ticket,
  unansweredMessages,
} from "../ticket";
import { Priority } from "../ticket/model";
import type { RouteFacts } from "./analyse";
import type { AccountFacts } from "./model";

const DAY = 86_400_000; // ms
/** How far back billing events and other tickets count, days. */
const RECENT_DAYS = 30;

export type Loaded = {
  facts: RouteFacts;
  /** Set by hand: routing leaves them alone. */
  byHand: { team: boolean; priority: boolean };
  /** A person has taken it or replied; a rule's choice of a person is neither. */
  takenOver: boolean;
  /** The customer's messages, oldest first; at most the newest 20. */
  thread: Message[];
};

/**
 * Everything that routing looks at.
 *
 * @param rerouted true when an earlier message of the ticket was routed
 */
export async function loadFacts(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  rules: readonly Rule[],
  rerouted: boolean,
): Promise<Loaded> {
  const since = new Date(ctx.now().getTime() - RECENT_DAYS * DAY);
  const thread = await customerMessages(ctx.db, ticket.id);
  const open = await unansweredMessages(ctx.db, ticket.id);
  const asked = open.length > 0 ? open : [message];
  const others = await earlierTickets(ctx.db, ticket.customerId, ticket.id);
  const recent = others.filter(({ createdAt }) => createdAt >= since);
  const changes = await eventsOfTicket(ctx.db, ticket.id, [
    "ticket.assigned",
    "ticket.priority_changed",
  ]);
  const byHand = (type: string) =>
    changes.some((event) => event.type === type && event.actorType === "person");
  return {
    facts: {
      text: textOf(
        ticket.subject,
        asked.map(({ text }) => text),
      ),
      latest: plainText(message.text),
      thread: thread.map(({ text }) => plainText(text)),
      before: rerouted ? { intents: ticket.intents, category: ticket.category } : null,
      account: await accountFacts(ctx, ticket.customerId, since),
      history: {
        recent: recent.length,
        messages: thread.length,
        intents: recent.map(({ primaryIntent }) => primaryIntent),
      },
      caller: callerOf(message),
      order: rules.flatMap(({ conditions }) => conditions.flatMap(intentsIn)),
    },
    byHand: { team: byHand("ticket.assigned"), priority: byHand("ticket.priority_changed") },
    takenOver:
      (ticket.assigneeId !== null && !assignedByRule(ticket.assigneeId, changes)) ||
      (await personHasReplied(ctx.db, ticket.id)),
    thread,
  };
}

type Change = Awaited<ReturnType<typeof eventsOfTicket>>[number];

function assignedByRule(assigneeId: string, changes: readonly Change[]): boolean {
  const last = changes.findLast(({ type }) => type === "ticket.assigned");
  return last?.actorType === "job" && last.payload.personId === assigneeId;
}

/** Intents that a condition asks for; what it excludes says nothing about their order. */
function intentsIn(condition: Condition): string[] {
  if ("field" in condition) return condition.field === "intent" ? [condition.is] : [];
  if ("not" in condition) return [];
  return ("all" in condition ? condition.all : condition.any).flatMap(intentsIn);
}

/** Subject and messages as one text; a subject that only repeats the body's start is left out. */
function textOf(subject: string, messages: readonly string[]): string {
  const texts = messages.map(plainText);
  const start = subject.replace(/…$/, "").trim().toLowerCase();
  const flat = texts.join(" ").replace(/\s+/g, " ").toLowerCase();
  const parts = flat.includes(start) ? texts : [subject, ...texts];
  return parts.join("\n").slice(0, READ_CHARACTERS).trim();
}

async function accountFacts(ctx: Context, customerId: string, since: Date): Promise<AccountFacts> {
  const { account, billing } = await customerContext(ctx.db, customerId);
  const failed = billing.filter(({ kind, at }) => kind === "invoice_failed" && at >= since);
  return {
    tier: account.tier,
    inTrial: account.trialUntil ? account.trialUntil > ctx.now() : account.tier === "trial",
    paying: isPaying(account.tier),
    failedInvoices: failed.length,
    openOnboardingStep: account.onboarding.find(({ done }) => !done)?.step ?? null,
  };
}

/** What the sending system thinks; it counts as evidence where it is readable. */
function callerOf({ metadata }: Message): RouteFacts["caller"] {
  const priority = Priority.safeParse(metadata.callerPriority);
  const category = metadata.callerCategory;
  return {
    priority: priority.success ? priority.data : null,
    category: typeof category === "string" ? category : null,
  };
}

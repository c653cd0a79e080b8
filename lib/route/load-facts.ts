import { connectionName } from "../channel";
import { addressesOf, customerContext } from "../customer";
import { accountValue, isPaying } from "../customer/model";
import { eventsOfTicket } from "../event";
import { teamById } from "../person";
import type { Context } from "../platform/context";
import type { Around, Condition, Rule, RuleFacts } from "../rule/model";
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
import { Priority, pageOf } from "../ticket/model";
import type { RouteFacts } from "./analyse";
import type { AccountFacts, RoutingInputs } from "./model";

const DAY = 86_400_000; // ms
/** How far back billing events and other tickets count, days. */
const RECENT_DAYS = 30;

export type Loaded = {
  facts: RouteFacts;
  /** Set by hand: routing leaves them alone. */
  byHand: RoutingInputs["byHand"];
  /** A person has taken it or replied; a rule's choice of a person is neither. */
  takenOver: boolean;
  /** Whose ticket it is, for rules that name an account. */
  company: NonNullable<RuleFacts["account"]>;
  /** Who sent it, from where and through what. */
  around: Around;
  /** How much depends on the account. */
  value: number;
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
  const { account, company, value, known } = await accountFacts(ctx, ticket.customerId, since);
  const caller = callerOf(message);
  const changes = await eventsOfTicket(ctx.db, ticket.id, [
    "ticket.assigned",
    "ticket.priority_changed",
    "ticket.relabelled",
  ]);
  const byHand = handOf(changes);
  return {
    facts: {
      text: textOf(
        ticket.subject,
        asked.map(({ text }) => text),
      ),
      latest: plainText(message.text),
      thread: thread.map(({ text }) => plainText(text)),
      said: {
        ...(byHand.intent && { intents: ticket.intents }),
        ...(byHand.category && { category: ticket.category }),
      },
      before: rerouted ? { intents: ticket.intents, category: ticket.category } : null,
      account,
      history: {
        recent: recent.length,
        messages: thread.length,
        intents: recent.map(({ primaryIntent }) => primaryIntent),
      },
      caller,
      order: intentsOf(rules),
    },
    byHand,
    takenOver:
      (ticket.assigneeId !== null && !assignedByRule(ticket.assigneeId, changes)) ||
      (await personHasReplied(ctx.db, ticket.id)),
    company,
    around: await aroundOf(ctx, ticket, message, { ...known, caller, joined: rerouted }),
    value,
    thread,
  };
}

type KnownAround = Pick<Around, "caller" | "seats" | "usage" | "joined"> & { tags: string[] };

/** What surrounds a message, as it is now. */
async function aroundOf(
  { db }: Context,
  ticket: Ticket,
  message: Message,
  { tags, ...known }: KnownAround,
): Promise<Around> {
  const team = ticket.teamId && (await teamById(db, ticket.teamId));
  const connectionId = message.connectionId ?? ticket.connectionId;
  return {
    ...known,
    customer: { addresses: await addressesOf(db, ticket.customerId), tags },
    connection: connectionId && (await connectionName(db, connectionId)),
    page: pageOf(message),
    productArea: ticket.productArea,
    team: team ? team.name : null,
  };
}

type Change = Awaited<ReturnType<typeof eventsOfTicket>>[number];

/** What people have set: routing leaves it alone. */
function handOf(changes: readonly Change[]) {
  const by = changes.filter(({ actorType }) => actorType === "person");
  const any = (type: Change["type"], label?: string) =>
    by.some((event) => event.type === type && (!label || event.payload.label === label));
  return {
    team: any("ticket.assigned"),
    priority: any("ticket.priority_changed"),
    category: any("ticket.relabelled", "category"),
    intent: any("ticket.relabelled", "intent"),
  };
}

function assignedByRule(assigneeId: string, changes: readonly Change[]): boolean {
  const last = changes.findLast(({ type }) => type === "ticket.assigned");
  return last?.actorType === "job" && last.payload.personId === assigneeId;
}

/** Intents in the order of the rules that ask for them. */
export const intentsOf = (rules: readonly Pick<Rule, "conditions">[]): string[] =>
  rules.flatMap(({ conditions }) => conditions.flatMap(intentsIn));

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

async function accountFacts(
  ctx: Context,
  customerId: string,
  since: Date,
): Promise<
  { account: AccountFacts; known: Pick<KnownAround, "tags" | "seats" | "usage"> } & Pick<
    Loaded,
    "company" | "value"
  >
> {
  const { account, billing, customer } = await customerContext(ctx.db, customerId);
  const failed = billing.filter(({ kind, at }) => kind === "invoice_failed" && at >= since);
  return {
    account: {
      tier: account.tier,
      inTrial: account.trialUntil ? account.trialUntil > ctx.now() : account.tier === "trial",
      paying: isPaying(account.tier),
      failedInvoices: failed.length,
      openOnboardingStep: account.onboarding.find(({ done }) => !done)?.step ?? null,
    },
    company: { id: account.id, name: account.name, key: account.key },
    value: accountValue(account.tier, account.seats),
    known: { tags: customer.tags, seats: account.seats, usage: account.usage },
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

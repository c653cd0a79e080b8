import { z } from "zod";
import { customerAiStopped } from "../customer";
import { getSetting, labelPlaces } from "../desk";
import { teamAiStopped } from "../person";
import { type Context, transaction } from "../platform/context";
import { derivedId, newId } from "../platform/ids";
import { defineJob } from "../platform/jobs";
import { applyRules, loadRules } from "../rule";
import type { RuleFacts } from "../rule/model";
import { lockTicket, type Message, messageById, READ_CHARACTERS, type Ticket } from "../ticket";
import type { Reason } from "../ticket/model";
import { type Analysis, analyse } from "./analyse";
import { chooseAssignee } from "./assignee";
import { choosePriority, chooseTeam, tagsOf, teamReasons, tellMissing } from "./choose";
import { type LabelModel, labelModel, learnedOf } from "./learned";
import { type Loaded, loadFacts } from "./load-facts";
import type { Learned, RoutingInputs, RoutingOutcome, SecondOpinion } from "./model";
import { reasonsForPeople } from "./people-first";
import { mayAsk, ROUTE_WITH_OPINION } from "./second-opinion";
import { settleRouting } from "./settle-routing";
import { insertRouting, isRouted } from "./store";
import { learnedLabel } from "./weigh-label";

/**
 * Classifies a customer's message, scores its priority, applies the rules and hands it to drafting.
 * Where a model is to be asked first, that is done in a queue of its own.
 *
 * Safe to repeat: one transaction with the ticket locked, and a message is routed once: the unique
 * key of its decision ends every later run.
 */
export const routeTicket = defineJob({
  name: "route.ticket",
  batch: 10,
  payload: z.object({ ticketId: z.uuid(), messageId: z.uuid() }),
  async run(ctx, { messageId }) {
    if (!(await mayAsk(ctx, messageId))) return routeMessage(ctx, messageId, null);
    // Once for each message, also when this job runs twice.
    const id = derivedId(messageId, ROUTE_WITH_OPINION);
    const since = ctx.now().toISOString();
    await ctx.jobs.send(ctx.db, ROUTE_WITH_OPINION, { messageId, since }, { id });
    return "queued: a model is asked first";
  },
});

/** @param second what a model made of it; null: none was asked */
export async function routeMessage(
  ctx: Context,
  messageId: string,
  second: SecondOpinion | null,
): Promise<string> {
  const model = await labelModel(ctx);
  return transaction(ctx, async (tx) => {
    const found = await messageById(tx.db, messageId);
    if (!found) return "skipped: the message was erased";
    // Where it is now: people may have moved it, or merged its ticket, since the event.
    const ticket = await lockTicket(tx.db, found.ticketId);
    const message = await messageById(tx.db, messageId);
    if (message?.ticketId !== ticket.id) throw new Error("the message moved while it was routed");
    if (await isRouted(tx.db, messageId)) return "skipped: this message is routed";
    return decide(tx, ticket, message, { model, second });
  });
}

/** What was asked before the transaction. */
type Consulted = { model: LabelModel | null; second: SecondOpinion | null };

async function decide(
  ctx: Context,
  ticket: Ticket,
  message: Message,
  { model, second }: Consulted,
): Promise<string> {
  const rules = await loadRules(ctx.db);
  // Only routing names the agent, so a ticket that has one was routed before.
  const again = ticket.assignedAgent !== null;
  const loaded = await loadFacts(ctx, ticket, message, rules, again);
  const { facts, byHand } = loaded;
  const { caller } = facts;
  const places = await labelPlaces(ctx.db);
  if (caller.category) caller.category = places.categories.get(caller.category) ?? null;
  const learned = await learnedOf(ctx, model, { ...facts, places }, ticket);

  const analysis = analyse({ ...facts, places, learned, second });
  const tested = testedBy(ticket, message, loaded, analysis);
  const outcome = applyRules(rules, { ...tested, text: facts.text });
  const deciding = { ticket, byHand, analysis, outcome, again, learned };
  const team = await chooseTeam(ctx, deciding);
  const assignee = await chooseAssignee(ctx, { ticket, team, byHand, wanted: outcome.assignee });
  const forPeople = reasonsForPeople({
    text: facts.text,
    thread: facts.thread,
    takenOver: loaded.takenOver,
    stoppedByRule: outcome.aiStoppedBy,
    escalationReason: ticket.escalationReason,
    stopped: await stoppedFor(ctx, ticket, team.id),
  });
  const decided: RoutingOutcome = {
    ...analysis,
    ...withReasons(choosePriority(deciding), teamReasons(team)),
    learned: [...analysis.learned, ...(team.learned ? [learnedLabel("team", team.learned)] : [])],
    team: team.name,
    assignee: assignee && { personId: assignee.personId, because: assignee.because },
    tags: tagsOf(deciding),
    ...(outcome.sla && { sla: outcome.sla }),
    rules: outcome.rules,
    aiMayNotBecause: forPeople,
  };
  const routingId = newId();
  const stored = await insertRouting(ctx.db, {
    id: routingId,
    ticketId: ticket.id,
    messageId: message.id,
    inputs: { ...inputsOf(loaded, tested, learned), ...(second && { second }) },
    outcome: decided,
    model: modelName(model, learned, second),
    aiMayAnswer: forPeople.length === 0,
    createdAt: ctx.now(),
  });
  if (!stored) return "skipped: this message is routed";
  await tellMissing(ctx, team, assignee);
  const { thread, value } = loaded;
  const consulted = second !== null;
  const settled = { routingId, ticket, message, thread, value, decided, consulted };
  await settleRouting(ctx, { ...settled, teamId: team.id });
  return `${decided.primary ?? "unclassified"}, ${decided.priority}`;
}

/** The classifier, as the log of decisions names it. */
function modelName(model: LabelModel | null, learned: Learned, second: SecondOpinion | null) {
  const known = model && Object.keys(learned).length > 0;
  const names = ["keywords", known && `learned@${model.version}`, askedOf(second)];
  return names.filter(Boolean).join("+");
}

const askedOf = (second: SecondOpinion | null): string | null =>
  second && !("failed" in second) ? second.model : null;

const withReasons = <T extends { reasons: Reason[] }>(chosen: T, more: Reason[]): T => ({
  ...chosen,
  reasons: [...chosen.reasons, ...more],
});

/** Where people have stopped the AI; the team is the one that the ticket goes to. */
const stoppedFor = async ({ db }: Context, ticket: Ticket, teamId: string | null) => ({
  desk: await getSetting(db, "ai.stopped"),
  team: await teamAiStopped(db, teamId),
  customer: (await customerAiStopped(db, ticket.customerId)) ?? false,
});

/** What rules test, beside the text. */
function testedBy(
  ticket: Ticket,
  message: Message,
  { facts: { account, history }, company, around }: Loaded,
  { intents, category, language, sentiment, trend, priority, novel, tried }: Analysis,
): Omit<RuleFacts, "text"> {
  return {
    intents,
    category,
    language,
    sentiment,
    trend,
    priority,
    novel,
    tried: tried.length,
    channel: ticket.channel,
    source: ticket.source,
    subject: ticket.subject,
    tags: ticket.tags,
    tools: ticket.toolsUsed,
    escalated: ticket.escalationReason !== null,
    tier: account.tier,
    inTrial: account.inTrial,
    paying: account.paying,
    failedInvoices: account.failedInvoices,
    recent: history.recent,
    account: company,
    at: message.createdAt.toISOString(),
    around,
  };
}

/** Kept as they were, so that rules can be tried on them again. */
function inputsOf(
  { facts, byHand }: Loaded,
  tested: Omit<RuleFacts, "text">,
  learned: Learned,
): RoutingInputs {
  const { text, latest, account, history, caller } = facts;
  return {
    text,
    latest: latest.slice(0, READ_CHARACTERS),
    account,
    history: { ...history, intents: [...history.intents] },
    caller,
    facts: tested,
    byHand,
    learned,
  };
}

import { z } from "zod";
import { customerAiStopped } from "../customer";
import { categoryExists, getSetting } from "../desk";
import { teamAiStopped } from "../person";
import { type Context, transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { defineJob } from "../platform/jobs";
import { applyRules, loadRules } from "../rule";
import type { RuleFacts } from "../rule/model";
import { lockTicket, type Message, messageById, READ_CHARACTERS, type Ticket } from "../ticket";
import { type Analysis, analyse } from "./analyse";
import { chooseAssignee } from "./assignee";
import { choosePriority, chooseTeam, tagsOf, tellMissing } from "./choose";
import { type Loaded, loadFacts } from "./load-facts";
import type { RoutingInputs, RoutingOutcome } from "./model";
import { reasonsForPeople } from "./people-first";
import { settleRouting } from "./settle-routing";
import { insertRouting, isRouted } from "./store";

/** The classifier, as the log of decisions names it. */
const MODEL = "keywords";

/**
 * Classifies a customer's message, scores its priority, applies the rules and hands it to drafting.
 *
 * Safe to repeat: one transaction with the ticket locked, and a message is routed once: the unique
 * key of its decision ends every later run.
 */
export const routeTicket = defineJob({
  name: "route.ticket",
  batch: 10,
  payload: z.object({ ticketId: z.uuid(), messageId: z.uuid() }),
  run: (ctx, { messageId }) =>
    transaction(ctx, async (tx) => {
      const found = await messageById(tx.db, messageId);
      if (!found) return "skipped: the message was erased";
      // Where it is now: people may have moved it, or merged its ticket, since the event.
      const ticket = await lockTicket(tx.db, found.ticketId);
      const message = await messageById(tx.db, messageId);
      if (message?.ticketId !== ticket.id) throw new Error("the message moved while it was routed");
      if (await isRouted(tx.db, messageId)) return "skipped: this message is routed";
      return decide(tx, ticket, message);
    }),
});

async function decide(ctx: Context, ticket: Ticket, message: Message): Promise<string> {
  const rules = await loadRules(ctx.db);
  // Only routing names the agent, so a ticket that has one was routed before.
  const again = ticket.assignedAgent !== null;
  const loaded = await loadFacts(ctx, ticket, message, rules, again);
  const { facts, byHand } = loaded;
  const { caller } = facts;
  if (caller.category && !(await categoryExists(ctx.db, caller.category))) caller.category = null;

  const analysis = analyse(facts);
  const tested = testedBy(ticket, loaded, analysis);
  const outcome = applyRules(rules, { ...tested, text: facts.text });
  const deciding = { ticket, byHand, analysis, outcome, again };
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
    ...choosePriority(deciding),
    team: team.name,
    assignee: assignee && { personId: assignee.personId, because: assignee.because },
    tags: tagsOf(deciding),
    rules: outcome.rules,
    aiMayNotBecause: forPeople,
  };
  const routingId = newId();
  const stored = await insertRouting(ctx.db, {
    id: routingId,
    ticketId: ticket.id,
    messageId: message.id,
    inputs: inputsOf(loaded, tested),
    outcome: decided,
    model: MODEL,
    aiMayAnswer: forPeople.length === 0,
    createdAt: ctx.now(),
  });
  if (!stored) return "skipped: this message is routed";
  await tellMissing(ctx, team, assignee);
  const { thread } = loaded;
  await settleRouting(ctx, { routingId, ticket, message, teamId: team.id, thread, decided });
  return `${decided.primary ?? "unclassified"}, ${decided.priority}`;
}

/** Where people have stopped the AI; the team is the one that the ticket goes to. */
const stoppedFor = async ({ db }: Context, ticket: Ticket, teamId: string | null) => ({
  desk: await getSetting(db, "ai.stopped"),
  team: await teamAiStopped(db, teamId),
  customer: (await customerAiStopped(db, ticket.customerId)) ?? false,
});

/** What rules test, beside the text. */
function testedBy(
  ticket: Ticket,
  { facts: { account, history } }: Loaded,
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
  };
}

/** Kept as they were, so that rules can be tried on them again. */
function inputsOf({ facts, byHand }: Loaded, tested: Omit<RuleFacts, "text">): RoutingInputs {
  const { text, latest, account, history, caller } = facts;
  return {
    text,
    latest: latest.slice(0, READ_CHARACTERS),
    account,
    history: { ...history, intents: [...history.intents] },
    caller,
    facts: tested,
    byHand,
  };
}

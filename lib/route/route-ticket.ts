import { z } from "zod";
import { categoryExists } from "../desk";
import { eventsOfTicket, recordEvent } from "../event";
import { teamFor } from "../person";
import { type Context, transaction } from "../platform/context";
import { defineJob } from "../platform/jobs";
import { applyRules, loadRules } from "../rule";
import { DEFAULT_ROUTE, type RuleOutcome } from "../rule/model";
import { lockTicket, messageById, moveTicket, type Ticket, updateTicket } from "../ticket";
import { LIMITS, mayMove, type Priority, priorityRank } from "../ticket/model";
import { type Analysis, analyse } from "./analyse";
import { type Loaded, loadFacts } from "./load-facts";
import { reasonsForPeople } from "./people-first";

/** The AI that handles a ticket once it is routed. */
const AGENT = "deskhand-local";

/**
 * Classifies a customer's message, scores its priority, applies the rules and hands it to drafting.
 *
 * Safe to repeat: one transaction with the ticket locked, and a message is routed once: the event
 * `ticket.routed` that names it ends every later run.
 */
export const routeTicket = defineJob({
  name: "route.ticket",
  batch: 10,
  payload: z.object({ ticketId: z.uuid(), messageId: z.uuid() }),
  run: (ctx, { ticketId, messageId }) =>
    transaction(ctx, async (tx) => {
      const ticket = await lockTicket(tx.db, ticketId);
      const message = await messageById(tx.db, messageId);
      if (!message) return "skipped: the message was erased";
      const routed = await eventsOfTicket(tx.db, ticketId, ["ticket.routed"]);
      if (routed.some(({ payload }) => payload.messageId === messageId)) {
        return "skipped: this message is routed";
      }
      const rules = await loadRules(tx.db);
      const loaded = await loadFacts(tx, ticket, message, rules, routed.length > 0);
      const { caller } = loaded.facts;
      if (caller.category && !(await categoryExists(tx.db, caller.category)))
        caller.category = null;

      const analysis = analyse(loaded.facts);
      const outcome = applyRules(rules, {
        ...analysis,
        channel: ticket.channel,
        tier: loaded.facts.account.tier,
        text: loaded.facts.text,
      });
      await store(tx, { ticket, messageId, loaded, analysis, outcome, again: routed.length > 0 });
      return `${analysis.primary ?? "unclassified"}, ${outcome.priority}`;
    }),
});

type Routed = {
  ticket: Ticket;
  messageId: string;
  loaded: Loaded;
  analysis: Analysis;
  outcome: RuleOutcome;
  /** An earlier message of the ticket was routed. */
  again: boolean;
};

async function store(ctx: Context, routed: Routed): Promise<void> {
  const { ticket, messageId, loaded, analysis, outcome } = routed;
  const team = await chooseTeam(ctx, routed);
  const { priority, reasons } = choosePriority(routed);
  await updateTicket(
    ctx.db,
    ticket.id,
    {
      intents: analysis.intents,
      primaryIntent: analysis.primary,
      category: analysis.category,
      sentiment: analysis.sentiment,
      priority,
      priorityReasons: reasons,
      teamId: team.id,
      tags: tagsOf(ticket, analysis, outcome),
      assignedAgent: AGENT,
    },
    ctx.now(),
  );
  if (mayMove(ticket.status, "in_progress", "ai")) {
    const because = `${AGENT} looks for an answer.`;
    await moveTicket(ctx, { ticketId: ticket.id, to: "in_progress", mover: "ai", because });
  }
  const forPeople = reasonsForPeople({
    text: loaded.facts.text,
    thread: loaded.facts.thread,
    assigned: ticket.assigneeId !== null,
    personReplied: loaded.personReplied,
    stoppedByRule: outcome.aiStoppedBy,
  });
  await recordEvent(ctx, "ticket.routed", {
    ticketId: ticket.id,
    messageId,
    intents: analysis.intents,
    category: analysis.category,
    priority,
    reasons,
    team: team.name,
    rules: outcome.rules,
    aiMayAnswer: forPeople.length === 0,
    aiMayNotBecause: forPeople,
    sentiment: analysis.sentiment,
    sentimentReasons: analysis.sentimentReasons,
    language: analysis.language,
    tried: analysis.tried,
    novel: analysis.novel,
    account: { ...loaded.facts.account },
  });
}

/** A team that people have set stays; one that is gone falls back, and admins are told. */
async function chooseTeam(
  ctx: Context,
  { ticket, loaded, outcome, analysis, again }: Routed,
): Promise<{ id: string | null; name: string }> {
  if (loaded.byHand.team) return { id: ticket.teamId, name: "the team that a person has set" };
  // A later message that says nothing new does not move the ticket.
  if (again && analysis.novel && ticket.teamId) return { id: ticket.teamId, name: "as before" };
  const wanted = outcome.team?.name ?? DEFAULT_ROUTE.team;
  const team = await teamFor(ctx.db, wanted);
  if (outcome.team && (!team || team.missing)) {
    await recordEvent(ctx, "rule.target_missing", { rule: outcome.team.rule, team: wanted });
  }
  return { id: team?.id ?? null, name: team?.name ?? "no team" };
}

/** What a person has set stays; a later message raises what was scored, and never lowers it. */
function choosePriority({ ticket, loaded, outcome, analysis, again }: Routed) {
  const scored: Priority = outcome.priority;
  const ruled = outcome.priorityReasons.map((text) => ({ text, evidence: [] }));
  const reasons = [...analysis.reasons, ...ruled];
  const lowered = outcome.priorityReasons.some((text) => text.endsWith("even if lower"));
  const kept = (text: string) => ({
    priority: ticket.priority,
    reasons: [...reasons, { text, evidence: [] }],
  });
  if (loaded.byHand.priority) return kept("a person has set the priority");
  if (again && !lowered && priorityRank(ticket.priority) > priorityRank(scored)) {
    return kept(`it was ${ticket.priority} before`);
  }
  return { priority: scored, reasons };
}

/** What was there, what the rules add, and the intents themselves. */
function tagsOf(ticket: Ticket, analysis: Analysis, outcome: RuleOutcome): string[] {
  const unclassified: readonly string[] = DEFAULT_ROUTE.tags;
  const before = analysis.novel
    ? ticket.tags
    : ticket.tags.filter((tag) => !unclassified.includes(tag));
  const added = [...outcome.tags, ...analysis.intents.map(({ intent }) => intent)];
  return [...new Set([...before, ...added])].slice(0, LIMITS.tags);
}

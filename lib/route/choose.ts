import { recordEvent } from "../event";
import { teamById, teamFor } from "../person";
import type { Context } from "../platform/context";
import { DEFAULT_ROUTE, type RuleOutcome } from "../rule/model";
import type { Ticket } from "../ticket";
import { LIMITS, type Priority, priorityRank, type Reason } from "../ticket/model";
import type { Analysis } from "./analyse";
import type { Chosen } from "./assignee";
import type { Learned, LearnedGuess } from "./model";
import { learnedReason, namesTeam } from "./weigh-label";

export type Deciding = {
  ticket: Ticket;
  byHand: { team: boolean; priority: boolean };
  analysis: Analysis;
  outcome: RuleOutcome;
  /** An earlier message of the ticket was routed. */
  again: boolean;
  learned: Learned;
};

export type Team = {
  id: string | null;
  /** As the timeline names it. */
  name: string;
  /** A rule's target that is gone, for the admins. */
  missing: { rule: string; team: string } | null;
  /** People gave such requests to it, and no rule names another. */
  learned?: LearnedGuess;
};

/** A team that people have set stays; one that is gone falls back. */
export async function chooseTeam(
  ctx: Context,
  { ticket, byHand, outcome, analysis, again, learned }: Deciding,
): Promise<Team> {
  const stays = (name: string): Team => ({ id: ticket.teamId, name, missing: null });
  if (byHand.team) return stays("the team that a person has set");
  // A later message that says nothing new does not move the ticket.
  if (again && analysis.novel && ticket.teamId) return stays("as before");
  if (!outcome.team && namesTeam(learned.team)) {
    const known = await teamById(ctx.db, learned.team.label);
    if (known) return { ...known, missing: null, learned: learned.team };
  }
  const wanted = outcome.team?.name ?? DEFAULT_ROUTE.team;
  const team = await teamFor(ctx.db, wanted);
  const gone = outcome.team && (!team || team.missing);
  return {
    id: team?.id ?? null,
    name: team?.name ?? "no team",
    missing: gone && outcome.team ? { rule: outcome.team.rule, team: wanted } : null,
  };
}

/** Why a team was chosen that no rule names. */
export const teamReasons = ({ name, learned }: Team): Reason[] =>
  learned ? [learnedReason(`people gave such requests to ${name}`, learned)] : [];

/** Tells the admins of targets that are gone. */
export async function tellMissing(
  ctx: Context,
  team: Team,
  assignee: Chosen | null,
): Promise<void> {
  if (team.missing) await recordEvent(ctx, "rule.target_missing", team.missing);
  if (assignee?.missing) {
    const { rule, personId } = assignee.missing;
    await recordEvent(ctx, "rule.target_missing", { rule, team: team.name, personId });
  }
}

/** What a person has set stays; a later message raises what was scored, and never lowers it. */
export function choosePriority({ ticket, byHand, outcome, analysis, again }: Deciding): {
  priority: Priority;
  reasons: Reason[];
} {
  const scored: Priority = outcome.priority;
  const ruled = outcome.priorityReasons.map((text) => ({ text, evidence: [] }));
  const reasons = [...analysis.reasons, ...ruled];
  const lowered = outcome.priorityReasons.some((text) => text.endsWith("even if lower"));
  const kept = (text: string) => ({
    priority: ticket.priority,
    reasons: [...reasons, { text, evidence: [] }],
  });
  if (byHand.priority) return kept("a person has set the priority");
  if (again && !lowered && priorityRank(ticket.priority) > priorityRank(scored)) {
    return kept(`it was ${ticket.priority} before`);
  }
  return { priority: scored, reasons };
}

/** What was there, what the rules add, and the intents themselves. */
export function tagsOf({ ticket, analysis, outcome }: Deciding): string[] {
  const unclassified: readonly string[] = DEFAULT_ROUTE.tags;
  const before = analysis.novel
    ? ticket.tags
    : ticket.tags.filter((tag) => !unclassified.includes(tag));
  const added = [...outcome.tags, ...analysis.intents.map(({ intent }) => intent)];
  return [...new Set([...before, ...added])].slice(0, LIMITS.tags);
}

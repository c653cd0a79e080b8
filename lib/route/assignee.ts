import { lastAssignedByRule } from "../event";
import { lockRoster, rosterOf, standIn } from "../person";
import type { Context } from "../platform/context";
import type { AssigneeRule, RuleOutcome } from "../rule/model";
import { openTicketsOf, type Ticket } from "../ticket";
import type { RoutingOutcome } from "./model";

type Asked = {
  ticket: Ticket;
  team: { id: string | null; name: string };
  byHand: { team: boolean };
  wanted: RuleOutcome["assignee"];
};

export type Chosen = NonNullable<RoutingOutcome["assignee"]> & {
  /** A rule's target that has left, for the admins. */
  missing?: { rule: string; personId: string };
};

/**
 * Whom a rule gives a ticket that nobody has. What people have set stays. Call it inside the
 * transaction that assigns: hand-outs of one team wait for each other until it ends.
 *
 * @returns null when no rule asks for it
 */
export async function chooseAssignee(
  ctx: Context,
  { ticket, team, byHand, wanted }: Asked,
): Promise<Chosen | null> {
  if (!wanted || ticket.assigneeId !== null || byHand.team) return null;
  const { want, rule } = wanted;
  const nobody = (why: string) => ({ personId: null, because: `rule "${rule}": ${why}` });
  if (want.mode === "person") {
    const { personId, why } = await standIn(ctx.db, want.personId, ctx.now());
    if (why === "left") {
      return { ...nobody("the person that it names has left"), missing: { rule, ...want } };
    }
    if (why === "here") return { personId, because: `rule "${rule}" names the person` };
    if (!personId) return nobody("the person that it names is away");
    return { personId, because: `rule "${rule}": cover for the person that it names, who is away` };
  }
  if (team.id === null) return nobody("there is no team to choose from");
  await lockRoster(ctx.db, team.id);
  const personId = await pick(ctx, want.mode, team.id);
  if (!personId) return nobody(`nobody in ${team.name} is available`);
  const how = want.mode === "round_robin" ? "their turn in" : "the fewest open tickets in";
  return { personId, because: `rule "${rule}": ${how} ${team.name}` };
}

async function pick(
  ctx: Context,
  mode: Exclude<AssigneeRule["mode"], "person">,
  teamId: string,
): Promise<string | null> {
  const members = await rosterOf(ctx.db, teamId, ctx.now());
  const ids = members.map(({ id }) => id);
  const open = await openTicketsOf(ctx.db, ids);
  const roster = members
    .filter(({ id, capacity }) => capacity === null || (open.get(id) ?? 0) < capacity)
    .map(({ id }) => id);
  if (mode === "least_busy") return leastBusy(roster, open);
  return nextInTurn(roster, await lastAssignedByRule(ctx.db, teamId));
}

/** Whoever follows `last` in the order of ids; one who has left keeps their place in it. */
export function nextInTurn(roster: readonly string[], last: string | null): string | null {
  const [first = null] = roster;
  return (last !== null && roster.find((id) => id > last)) || first;
}

/** The fewest tickets; of equals the first. */
export function leastBusy(
  roster: readonly string[],
  open: ReadonlyMap<string, number>,
): string | null {
  const load = (id: string) => open.get(id) ?? 0;
  return roster.reduce<string | null>(
    (best, id) => (best === null || load(id) < load(best) ? id : best),
    null,
  );
}

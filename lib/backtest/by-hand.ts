import type { ByHand } from "../review";
import type { Difference } from "./compare";
import type { ByHandVerdict } from "./model";

type Then = {
  /** The team that the ticket went to. */
  team: string | null;
  at: Date;
};

/**
 * Whether a change is what people made of the ticket by hand after that decision. Their last word
 * counts. Where they did nothing, nobody knows: that is never counted as right.
 *
 * @param deeds of people on this ticket, in their order
 */
export function judge(
  difference: Difference,
  then: Then,
  deeds: readonly ByHand[],
  teamNames: ReadonlyMap<string, string>,
): ByHandVerdict {
  const after = deeds.filter(({ at }) => at >= then.at);
  if (difference.part === "priority") return judgePriority(difference.after, after);
  if (difference.part === "team") return judgeTeam(difference.after, then.team, after, teamNames);
  if (difference.part === "assignee") return judgePerson(difference, after);
  return "unknown"; // nobody says by hand what the AI may do, or that a rule's tag was right
}

const verdict = (right: boolean): ByHandVerdict => (right ? "agrees" : "disagrees");

function judgePriority(wanted: string, deeds: readonly ByHand[]): ByHandVerdict {
  const last = deeds.findLast(({ type }) => type === "ticket.priority_changed");
  return last ? verdict(last.payload.to === wanted) : "unknown";
}

/** Giving the ticket to a person says nothing about its team; moving it does, and moving it back. */
function judgeTeam(
  wanted: string,
  routedTo: string | null,
  deeds: readonly ByHand[],
  teamNames: ReadonlyMap<string, string>,
): ByHandVerdict {
  let at = routedTo;
  let moved = false;
  for (const { type, payload } of deeds) {
    if (type !== "ticket.assigned") continue;
    const { teamId } = payload;
    const team =
      typeof teamId === "string" ? (teamNames.get(teamId) ?? "a team that is gone") : null;
    if (team !== at) moved = true;
    at = team;
  }
  return moved ? verdict(at === wanted) : "unknown";
}

function judgePerson({ wanted }: Difference, deeds: readonly ByHand[]): ByHandVerdict {
  if (wanted?.mode !== "person") return "unknown";
  const last = deeds.findLast(
    ({ type, payload }) => type === "ticket.assigned" && payload.personId !== null,
  );
  return last ? verdict(last.payload.personId === wanted.personId) : "unknown";
}

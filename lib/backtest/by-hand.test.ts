import { expect, test } from "vitest";
import type { ByHand } from "../review";
import { judge } from "./by-hand";
import type { Difference } from "./compare";

const AT = new Date("2026-11-01T10:00:00Z");
const TEAMS = new Map([
  ["1", "Support Tier 1"],
  ["2", "Engineering"],
  ["3", "Product"],
]);
const deed = (type: string, payload: Record<string, unknown>, minutes = 5): ByHand => ({
  ticketId: "t",
  type,
  payload,
  at: new Date(AT.getTime() + minutes * 60_000),
});
const team = (teamId: string | null, minutes?: number) =>
  deed("ticket.assigned", { teamId, personId: null }, minutes);
const DIFFERENCE: Difference = { part: "team", before: "Support Tier 1", after: "Engineering" };
const judged = (deeds: ByHand[], difference = DIFFERENCE) =>
  judge(difference, { team: "Support Tier 1", at: AT }, deeds, TEAMS);

test.each<[string, ByHand[], string]>([
  ["nobody did anything", [], "unknown"],
  ["moved to just that team", [team("2")], "agrees"],
  ["moved elsewhere", [team("3")], "disagrees"],
  ["the last word counts", [team("3"), team("2", 9)], "agrees"],
  ["moved there and back", [team("2"), team("1", 9)], "disagrees"],
  ["only given to a person of the same team", [team("1")], "unknown"],
  ["moved before that decision", [team("2", -5)], "unknown"],
  ["to a team that is gone", [team("9")], "disagrees"],
  ["out of all teams", [team(null)], "disagrees"],
  ["only the priority changed", [deed("ticket.priority_changed", { to: "urgent" })], "unknown"],
])("team: %s", (_name, deeds, verdict) => {
  expect(judged(deeds)).toBe(verdict);
});

test("priority: what people set last", () => {
  const priority: Difference = { part: "priority", before: "normal", after: "urgent" };
  const set = (to: string) => deed("ticket.priority_changed", { to });
  expect(judged([set("urgent")], priority)).toBe("agrees");
  expect(judged([set("urgent"), set("low")], priority)).toBe("disagrees");
  expect(judged([team("2")], priority)).toBe("unknown");
});

test("what nobody does by hand is never counted as right", () => {
  for (const part of ["ai", "tags", "assignee", "sla"] as const) {
    expect(judged([team("2")], { part, before: "x", after: "y" })).toBe("unknown");
  }
});

import { type Clause, impliesClause, impossible, waysToHold } from "./logic";
import type { Condition, Leaf, Lint, RuleDraft } from "./model";
import { patternProblem } from "./pattern";

/** What there is on the desk for rules to name. */
export type Known = {
  teams: ReadonlySet<string>;
  /** Those who have not left. */
  people: ReadonlySet<string>;
  categories: ReadonlySet<string>;
  intents: ReadonlySet<string>;
  /** Promises in force, by name. */
  policies: ReadonlySet<string>;
};

type Read = { rule: RuleDraft; ways: Clause[] | null };

/** What is probably not meant, in the order of the rules. */
export function lintRules(rules: readonly RuleDraft[], known: Known): Lint[] {
  const read = rules.map((rule) => ({ rule, ways: possibleWays(rule) }));
  return read.flatMap((one, index) => [
    ...unreadable(one.rule),
    ...missing(one.rule, known),
    ...duplicate(one.rule, rules.slice(0, index)),
    ...(one.rule.enabled ? reached(one, read.slice(0, index)) : []),
  ]);
}

/** Null: too many ways to compare. */
function possibleWays({ conditions, unreadable: blind }: RuleDraft): Clause[] | null {
  if (blind) return null;
  return waysToHold(conditions)?.filter((clause) => !impossible(clause)) ?? null;
}

function unreadable({ id, unreadable: blind, conditions }: RuleDraft): Lint[] {
  const patterns = leavesOf(conditions).flatMap((leaf) =>
    leaf.field === "pattern" ? [leaf.matches] : [],
  );
  return [
    ...(blind
      ? [
          say(
            id,
            "unreadable",
            "Written by a later version: this one can't read it, so it never matches. It is kept as it is.",
          ),
        ]
      : []),
    ...patterns.flatMap((pattern) => {
      const problem = patternProblem(pattern);
      return problem
        ? [say(id, "unreadable", `The pattern /${pattern}/ can't be read: ${problem}.`)]
        : [];
    }),
  ];
}

function missing({ id, actions, conditions }: RuleDraft, known: Known): Lint[] {
  const gone: string[] = [];
  const { team, assignee, sla } = actions;
  if (team && !known.teams.has(team)) {
    gone.push(`There is no team “${team}”: such tickets go to the fallback team.`);
  }
  if (assignee?.mode === "person" && !known.people.has(assignee.personId)) {
    gone.push("The person that it names has left: nobody gets such tickets.");
  }
  if (sla && !known.policies.has(sla)) {
    gone.push(`There is no policy “${sla}” in force: policies choose by their own conditions.`);
  }
  for (const leaf of leavesOf(conditions)) {
    if (leaf.field === "category" && !known.categories.has(leaf.is)) {
      gone.push(`There is no category “${leaf.is}”.`);
    }
    if (leaf.field === "has_team" && !known.teams.has(leaf.is)) {
      gone.push(`There is no team “${leaf.is}”: no ticket can have it.`);
    }
    if (leaf.field === "intent" && !known.intents.has(leaf.is)) {
      gone.push(`There is no intent “${leaf.is}”.`);
    }
  }
  return [...new Set(gone)].map((text) => say(id, "missing", text));
}

function duplicate({ id, name }: RuleDraft, before: readonly RuleDraft[]): Lint[] {
  const plain = name.trim().toLowerCase();
  const twin = before.find((other) => other.name.trim().toLowerCase() === plain);
  return twin
    ? [
        say(
          id,
          "duplicate",
          "Another rule has this name: the timeline can't tell them apart.",
          twin,
        ),
      ]
    : [];
}

/** Whether a rule can match at all, behind those before it, and whether they pull apart. */
function reached({ rule, ways }: Read, before: readonly Read[]): Lint[] {
  if (ways === null) return [];
  if (ways.length === 0) {
    return [say(rule.id, "never", "Never matches: its conditions exclude each other.")];
  }
  const on = before.filter((other) => other.rule.enabled && other.ways !== null);
  const taker = on.find((other) => other.rule.onMatch === "stop" && covers(other.ways ?? [], ways));
  if (taker) {
    const text = `Never runs: “${taker.rule.name}” above takes every such ticket first.`;
    return [say(rule.id, "shadowed", text, taker.rule)];
  }
  return on
    .filter((other) => other.rule.onMatch === "continue" && meet(other.ways ?? [], ways))
    .flatMap((other) => {
      const text = disagreement(other.rule, rule);
      return text ? [say(rule.id, "contradicts", text, other.rule)] : [];
    });
}

const covers = (wide: readonly Clause[], narrow: readonly Clause[]) =>
  narrow.every((clause) => wide.some((other) => impliesClause(clause, other)));

const meet = (some: readonly Clause[], others: readonly Clause[]) =>
  some.some((one) => others.some((other) => !impossible([...one, ...other])));

/** Of two that match the same ticket, what the later one overrides. */
function disagreement(earlier: RuleDraft, later: RuleDraft): string | null {
  const parts: string[] = [];
  const [a, b] = [earlier.actions, later.actions];
  if (a.team && b.team && a.team !== b.team) parts.push(`team ${a.team}, here ${b.team}`);
  if (a.priority && b.priority && a.priority !== b.priority) {
    parts.push(`priority ${a.priority}, here ${b.priority}`);
  }
  if (a.sla && b.sla && a.sla !== b.sla) parts.push(`SLA ${a.sla}, here ${b.sla}`);
  if (a.aiMayAnswer === false && b.aiMayAnswer === true) {
    parts.push("AI may not answer, here it may (a refusal stays)");
  }
  if (parts.length === 0) return null;
  return `A ticket can match “${earlier.name}” too, which says otherwise: ${parts.join("; ")}.`;
}

export function leavesOf(conditions: readonly Condition[]): Leaf[] {
  return conditions.flatMap((condition): Leaf[] => {
    if ("field" in condition) return [condition];
    if ("not" in condition) return leavesOf([condition.not]);
    return leavesOf("all" in condition ? condition.all : condition.any);
  });
}

const say = (ruleId: string, kind: Lint["kind"], text: string, other?: RuleDraft): Lint => ({
  ruleId,
  kind,
  text,
  ...(other && { otherId: other.id }),
});

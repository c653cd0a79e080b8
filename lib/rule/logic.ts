import type { Condition, Leaf } from "./model";

/** One test, or its opposite. */
type Literal = { leaf: Leaf; not: boolean };

/** Tests that must all hold. */
export type Clause = readonly Literal[];

/** Beyond so many ways to match nobody reads a rule, and comparing them all would take long. */
const MOST_CLAUSES = 32;

/**
 * All ways in which these conditions can hold: one clause for each; an empty list: none.
 *
 * @returns null when there are too many to look at
 */
export function waysToHold(conditions: readonly Condition[]): Clause[] | null {
  return everyWay({ all: [...conditions] }, false);
}

function everyWay(condition: Condition, not: boolean): Clause[] | null {
  if ("field" in condition) return [[{ leaf: condition, not }]];
  if ("not" in condition) return everyWay(condition.not, !not);
  const inner = "all" in condition ? condition.all : condition.any;
  const ways = inner.map((one) => everyWay(one, not));
  const joined = "all" in condition ? !not : not;
  let result: Clause[] = joined ? [[]] : [];
  for (const way of ways) {
    if (way === null) return null;
    result = joined
      ? result.flatMap((clause) => way.map((more) => [...clause, ...more]))
      : [...result, ...way];
    if (result.length > MOST_CLAUSES) return null;
  }
  return result;
}

/** True when no ticket can pass all tests of a clause. */
export function impossible(clause: Clause): boolean {
  return (
    clause.some(({ leaf, not }) => !not && isEmpty(leaf)) ||
    clause.some((one, index) => clause.slice(index + 1).some((other) => exclude(one, other))) ||
    emptyRange(clause, "sentiment") ||
    emptyRange(clause, "trend")
  );
}

/** Never holds by itself: a range without ends or with nothing between them. */
function isEmpty(leaf: Leaf): boolean {
  if (leaf.field !== "sentiment" && leaf.field !== "trend") return false;
  if (leaf.above === undefined && leaf.below === undefined) return true;
  return (leaf.above ?? -Infinity) >= (leaf.below ?? Infinity);
}

/** All plain ranges of a feeling together leave nothing. */
function emptyRange(clause: Clause, field: "sentiment" | "trend"): boolean {
  let [above, below] = [-Infinity, Infinity];
  for (const { leaf, not } of clause) {
    if (not || leaf.field !== field) continue;
    above = Math.max(above, leaf.above ?? -Infinity);
    below = Math.min(below, leaf.below ?? Infinity);
  }
  return above >= below;
}

/** Fields of which a ticket has one value. */
const SINGLE = new Set<Leaf["field"]>([
  "category",
  "channel",
  "source",
  "tier",
  "priority",
  "language",
  "trial",
  "paying",
  "novel",
  "escalated",
  "connection",
  "product_area",
  "has_team",
  "caller_priority",
  "caller_category",
  "joined",
]);

const askedOf = (leaf: Leaf): unknown => ("is" in leaf ? leaf.is : undefined);

/** Two literals that can't both hold. */
function exclude(a: Literal, b: Literal): boolean {
  if (!a.not && !b.not) {
    const kinds = [a.leaf, b.leaf];
    const none = kinds.some((leaf) => leaf.field === "novel" && leaf.is);
    if (none && kinds.some((leaf) => leaf.field === "intent")) return true;
    const { field } = a.leaf;
    return field === b.leaf.field && SINGLE.has(field) && askedOf(a.leaf) !== askedOf(b.leaf);
  }
  if (a.not && b.not) {
    // Of yes and no, one holds.
    const { leaf } = a;
    return (
      leaf.field === b.leaf.field &&
      typeof askedOf(leaf) === "boolean" &&
      askedOf(leaf) !== askedOf(b.leaf)
    );
  }
  const [plain, negated] = a.not ? [b, a] : [a, b];
  return impliesLeaf(plain.leaf, negated.leaf);
}

/** Whoever passes `a` passes `b`. */
function impliesLeaf(a: Leaf, b: Leaf): boolean {
  if ("contains" in a && "contains" in b) {
    return a.field === b.field && holds(a.contains, b.contains);
  }
  if (a.field === "intent" && b.field === "intent")
    return a.is === b.is && a.minScore >= b.minScore;
  if (a.field === "usage" && b.field === "usage") {
    return lower(a.of) === lower(b.of) && a.atLeast >= b.atLeast;
  }
  if ("atLeast" in a && "atLeast" in b) return a.field === b.field && a.atLeast >= b.atLeast;
  if (a.field === "sentiment" || a.field === "trend") {
    return b.field === a.field && !isEmpty(b) && inside(a, b);
  }
  if (a.field === "pattern") return b.field === "pattern" && a.matches === b.matches;
  if (a.field === "time") return b.field === "time" && JSON.stringify(a) === JSON.stringify(b);
  return a.field === b.field && lower(askedOf(a)) === lower(askedOf(b));
}

const lower = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : value);

const holds = (whole: string, part: string) => whole.toLowerCase().includes(part.toLowerCase());

type Range = { above?: number; below?: number };

const inside = (a: Range, b: Range) =>
  (a.above ?? -Infinity) >= (b.above ?? -Infinity) &&
  (a.below ?? Infinity) <= (b.below ?? Infinity);

function impliesLiteral(a: Literal, b: Literal): boolean {
  if (!a.not && !b.not) return impliesLeaf(a.leaf, b.leaf);
  if (a.not && b.not) return impliesLeaf(b.leaf, a.leaf);
  return b.not ? exclude(a, { leaf: b.leaf, not: false }) : exclude(a, { leaf: b.leaf, not: true });
}

/** Whoever passes the first clause passes the second. May say no where it is too hard to tell. */
export const impliesClause = (a: Clause, b: Clause): boolean =>
  b.every((wanted) => a.some((given) => impliesLiteral(given, wanted)));

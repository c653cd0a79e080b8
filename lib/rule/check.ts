import { RE2JS } from "re2js";
import type { Condition, Leaf, RuleFacts } from "./model";

export type Checked = { holds: boolean; why: string };

/** Whether a condition holds, and what was found, in plain words. */
function check(condition: Condition, facts: RuleFacts): Checked {
  if ("field" in condition) return test(condition, facts);
  if ("not" in condition) {
    const { holds, why } = check(condition.not, facts);
    return { holds: !holds, why: `not (${why})` };
  }
  if ("all" in condition) return checkAll(condition.all, facts);
  const missed: string[] = [];
  for (const one of condition.any) {
    const { holds, why } = check(one, facts);
    if (holds) return { holds, why };
    missed.push(why);
  }
  return { holds: false, why: missed.join(" and ") || "none of no conditions" };
}

/** All must hold; the first that does not says why. */
export function checkAll(conditions: readonly Condition[], facts: RuleFacts): Checked {
  const met: string[] = [];
  for (const condition of conditions) {
    const { holds, why } = check(condition, facts);
    if (!holds) return { holds, why };
    met.push(why);
  }
  return { holds: true, why: met.join("; ") || "it has no conditions" };
}

function test(leaf: Leaf, facts: RuleFacts): Checked {
  switch (leaf.field) {
    case "intent": {
      const found = facts.intents.find(({ intent }) => intent === leaf.is);
      const score = found ? `${leaf.is} ${found.score.toFixed(2)}` : `no ${leaf.is}`;
      return { holds: (found?.score ?? -1) >= leaf.minScore, why: `intent: ${score}` };
    }
    case "category":
    case "channel":
    case "source":
    case "tier":
    case "priority":
      return equals(leaf.field, facts[leaf.field], leaf.is);
    case "language":
      return equals("language", facts.language ?? "unknown", leaf.is);
    case "sentiment":
    case "trend":
      return within(leaf.field === "trend" ? "the trend" : "sentiment", facts[leaf.field], leaf);
    case "text":
    case "subject":
      return holdsWords(`the ${leaf.field}`, facts[leaf.field], leaf.contains);
    case "pattern":
      return matchPattern(leaf.matches, facts.text);
    case "tag":
      return includes("tag", facts.tags, leaf.is);
    case "tool":
      return includes("tool", facts.tools, leaf.is);
    case "recent":
      return enough("other tickets in 30 days", facts.recent, leaf.atLeast);
    case "failed_invoices":
      return enough("failed payments in 30 days", facts.failedInvoices, leaf.atLeast);
    case "tried":
      return enough("steps already tried", facts.tried, leaf.atLeast);
    case "trial":
      return is("the account is in trial", facts.inTrial, leaf.is);
    case "paying":
      return is("the account pays", facts.paying, leaf.is);
    case "novel":
      return is("it is of no known kind", facts.novel, leaf.is);
    case "escalated":
      return is("it arrived escalated", facts.escalated, leaf.is);
  }
}

function equals(field: string, actual: string, wanted: string): Checked {
  return { holds: actual === wanted, why: `${field} is ${actual}` };
}

function within(
  name: string,
  actual: number | null,
  { below, above }: { below?: number | undefined; above?: number | undefined },
): Checked {
  if (actual === null) return { holds: false, why: `${name} is not known` };
  // A range without ends says nothing, so nothing is inside it.
  const named = below !== undefined || above !== undefined;
  const holds = named && actual < (below ?? Infinity) && actual > (above ?? -Infinity);
  return { holds, why: `${name} is ${actual}` };
}

function holdsWords(where: string, text: string, words: string): Checked {
  const holds = text.toLowerCase().includes(words.toLowerCase());
  return { holds, why: `${where} ${holds ? "has" : "lacks"} "${words}"` };
}

function includes(name: string, all: readonly string[], wanted: string): Checked {
  const holds = all.some((one) => one.toLowerCase() === wanted.toLowerCase());
  return { holds, why: `${holds ? "it has" : "it lacks"} the ${name} "${wanted}"` };
}

const enough = (name: string, actual: number, least: number): Checked => ({
  holds: actual >= least,
  why: `${actual} ${name}`,
});

const is = (name: string, actual: boolean, wanted: boolean): Checked => ({
  holds: actual === wanted,
  why: `${name}: ${actual ? "yes" : "no"}`,
});

/** A pattern that can't be read matches nothing, and the timeline says so. */
function matchPattern(pattern: string, text: string): Checked {
  try {
    const holds = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE).matcher(text).find();
    return { holds, why: `the text ${holds ? "matches" : "does not match"} /${pattern}/` };
  } catch {
    return { holds: false, why: `the pattern /${pattern}/ can't be read` };
  }
}

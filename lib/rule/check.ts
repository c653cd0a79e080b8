import { testAround } from "./check-around";
import { type Checked, enough, equals, includes, is } from "./checked";
import { clockWords, momentIn, timeHolds } from "./clock";
import { type Condition, isAround, type Leaf, type RuleFacts } from "./model";
import { findPattern } from "./pattern";

/** Whether a condition holds, and what was found, in plain words. */
function check(condition: Condition, facts: RuleFacts): Checked {
  if ("field" in condition) return test(condition, facts);
  if ("not" in condition) {
    const { holds, why, unknown } = check(condition.not, facts);
    return unknown ? { holds: false, why, unknown } : { holds: !holds, why: `not (${why})` };
  }
  if ("all" in condition) return checkAll(condition.all, facts);
  return checkAny(condition.any, facts);
}

function checkAny(conditions: readonly Condition[], facts: RuleFacts): Checked {
  const missed: string[] = [];
  let unknown = false;
  for (const one of conditions) {
    const found = check(one, facts);
    if (found.holds) return found;
    missed.push(found.why);
    unknown ||= found.unknown === true;
  }
  const why = missed.join(" and ") || "none of no conditions";
  return { holds: false, why, ...(unknown && { unknown }) };
}

/** All must hold; the first that does not says why, one that is known before one that is not. */
export function checkAll(conditions: readonly Condition[], facts: RuleFacts): Checked {
  const met: string[] = [];
  let open: Checked | null = null;
  for (const condition of conditions) {
    const found = check(condition, facts);
    if (found.unknown) open ??= found;
    else if (!found.holds) return found;
    else met.push(found.why);
  }
  return open ?? { holds: true, why: met.join("; ") || "it has no conditions" };
}

function test(leaf: Leaf, facts: RuleFacts): Checked {
  if (isAround(leaf)) return testAround(leaf, facts.around);
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
    case "account":
      return ofAccount(facts.account, leaf.is);
    case "time":
      return atTime(facts.at, leaf);
  }
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

/** A pattern that can't be read matches nothing, and the timeline says so. */
function matchPattern(pattern: string, text: string): Checked {
  const found = findPattern(pattern, text);
  if (found === undefined) return { holds: false, why: `the pattern /${pattern}/ can't be read` };
  const verb = found === null ? "does not match" : "matches";
  return { holds: found !== null, why: `the text ${verb} /${pattern}/` };
}

function ofAccount(account: RuleFacts["account"], wanted: string): Checked {
  if (!account) return { holds: false, why: "the account was not kept", unknown: true };
  const asked = wanted.trim().toLowerCase();
  const names = [account.name, account.key, account.id].map((name) => name.toLowerCase());
  return { holds: names.includes(asked), why: `the account is ${account.name}` };
}

function atTime(at: string | undefined, leaf: Extract<Leaf, { field: "time" }>): Checked {
  if (at === undefined) return { holds: false, why: "the time was not kept", unknown: true };
  const moment = momentIn(at, leaf.zone);
  return { holds: timeHolds(leaf, moment), why: `it was written ${clockWords(moment)}` };
}

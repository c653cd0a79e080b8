import type { PastRouting } from "../review";
import { type AssigneeRule, DEFAULT_ROUTE, type RuleFacts, type RuleOutcome } from "../rule/model";
import type { Part } from "./model";

/** One part of a decision that would have been another. */
export type Difference = { part: Part; before: string; after: string; wanted?: AssigneeRule };

type Facts = Omit<RuleFacts, "text">;

/** What each fact must be for rules to run on it; account, time and what is around came later. */
const KINDS: Record<
  Exclude<keyof Facts, "account" | "at" | "around">,
  (value: unknown) => boolean
> = {
  intents: Array.isArray,
  category: isText,
  channel: isText,
  source: isText,
  tier: isText,
  subject: isText,
  language: (value) => value === null || isText(value),
  sentiment: isNumber,
  trend: (value) => value === null || isNumber(value),
  priority: isText,
  tags: Array.isArray,
  tools: Array.isArray,
  recent: isNumber,
  failedInvoices: isNumber,
  tried: isNumber,
  inTrial: isFlag,
  paying: isFlag,
  novel: isFlag,
  escalated: isFlag,
};
const NAMES = Object.keys(KINDS) as (keyof typeof KINDS)[]; // the keys of that very object

function isText(value: unknown): boolean {
  return typeof value === "string";
}
function isNumber(value: unknown): boolean {
  return typeof value === "number";
}
function isFlag(value: unknown): boolean {
  return typeof value === "boolean";
}

/** The facts as they were stored; null when too few were. Nothing is filled in from later. */
export function factsOf({ text, facts }: Pick<PastRouting, "text" | "facts">): RuleFacts | null {
  if (text === null || !facts) return null;
  if (!NAMES.every((name) => KINDS[name](facts[name]))) return null;
  return { ...(facts as Facts), text }; // every kind was looked at above
}

const teamOf = ({ team }: RuleOutcome) => team?.name ?? DEFAULT_ROUTE.team;
const tagsOf = ({ tags }: RuleOutcome) => [...tags].sort().join(", ") || "none";
const slaOf = ({ sla }: RuleOutcome) => sla?.policy ?? "as the policies say";
const aiOf = ({ aiMayAnswer }: RuleOutcome) =>
  aiMayAnswer ? "AI may answer" : "AI may not answer";

/** What differs between two outcomes. What people had set by hand then, rules leave alone. */
export function differences(
  before: RuleOutcome,
  after: RuleOutcome,
  byHand: PastRouting["byHand"],
  nameOf: (personId: string) => string,
): Difference[] {
  const found: Difference[] = [];
  const compare = (part: Part, was: string, is: string, wanted?: AssigneeRule) => {
    if (was !== is) found.push({ part, before: was, after: is, ...(wanted && { wanted }) });
  };
  if (!byHand?.team) {
    compare("team", teamOf(before), teamOf(after));
    const [was, is] = [before.assignee?.want, after.assignee?.want];
    compare("assignee", assigneeOf(was, nameOf), assigneeOf(is, nameOf), is);
  }
  if (!byHand?.priority) compare("priority", before.priority, after.priority);
  compare("ai", aiOf(before), aiOf(after));
  compare("tags", tagsOf(before), tagsOf(after));
  compare("sla", slaOf(before), slaOf(after));
  return found;
}

function assigneeOf(want: AssigneeRule | undefined, nameOf: (id: string) => string): string {
  if (!want) return "nobody by rule";
  if (want.mode === "person") return nameOf(want.personId);
  return want.mode === "round_robin" ? "each in turn" : "whoever has the fewest tickets";
}

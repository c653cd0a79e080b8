import { minuteWords, plainly, type Say } from "../view/terms";
import type { ViewTest } from "./model";

/** Names for what a test holds by id; what is not in it is shown as it is. */
export type TestNames = {
  people: ReadonlyMap<string, string>;
  teams: ReadonlyMap<string, string>;
  categories: ReadonlyMap<string, string>;
  intents: ReadonlyMap<string, string>;
};

/** What each field is called on the screen. */
export const FIELD_WORDS: Record<ViewTest["field"], string> = {
  status: "Status",
  priority: "Priority",
  assignee: "Assignee",
  team: "Team",
  tag: "Tag",
  category: "Category",
  area: "Product area",
  intent: "Intent",
  channel: "Channel",
  source: "Source",
  conversation: "Conversation",
  language: "Language",
  tier: "Tier",
  account: "Account",
  customer: "Customer",
  subject: "Subject",
  waiting: "Waiting",
  sla: "SLA",
  created: "Created",
  updated: "Updated",
  message: "Last message",
  reply: "First reply",
  resolved: "Resolved",
  closed: "Closed",
  sentiment: "Sentiment",
  trend: "Sentiment trend",
  confidence: "Confidence",
  decision: "AI decision",
  review: "Review",
  agent: "AI agent",
  tool: "Tool",
  summary: "AI summary",
  escalation: "Escalation reason",
  resolution: "Resolution",
  unread: "Unread",
  snoozed: "Snoozed",
  mentions: "Mentions",
  historic: "From before the desk",
  demo: "Demo ticket",
};

const VALUE_WORDS: Partial<Record<ViewTest["field"], Readonly<Record<string, string>>>> = {
  status: {
    open: "open",
    in_progress: "in progress",
    pending_customer: "pending customer",
    resolved: "resolved",
    closed: "closed",
  },
  priority: { low: "low", normal: "normal", high: "high", urgent: "urgent" },
  review: {
    flagged: "flagged",
    held: "held",
    approved: "approved",
    corrected: "corrected",
    rejected: "rejected",
  },
  sla: { soon: "due soon", late: "missed", paused: "paused", none: "none" },
  decision: { sent: "sent", sent_flagged: "sent, to review", held: "held" },
  channel: { in_app: "in-app", api: "API", manual: "entered by hand", email: "e-mail" },
  assignee: { me: "me", none: "nobody" },
  team: { none: "none" },
};

/** "Status is open or in progress": a test in plain words. */
export function testWords(test: ViewTest, names: TestNames, say: Say = plainly): string {
  const field = say(FIELD_WORDS[test.field]);
  if ("in" in test) {
    const said = test.in.map((value) => valueWords(test.field, value, names, say));
    const values = said.join(say(" or "));
    return test.not
      ? say("{{field}} is not {{values}}", { field, values })
      : say("{{field}} is {{values}}", { field, values });
  }
  if ("contains" in test) {
    const text = test.contains;
    return test.not
      ? say("{{field}} does not contain “{{text}}”", { field, text })
      : say("{{field}} contains “{{text}}”", { field, text });
  }
  switch (test.field) {
    case "sentiment":
    case "trend":
    case "confidence":
      return `${field} ${rangeWords(test, say)}`;
    case "waiting":
      return waitingWords(test, say);
    case "unread":
    case "snoozed":
    case "historic":
    case "demo":
      return say(FLAG_WORDS[test.field][test.is ? 0 : 1]);
    case "mentions":
      return test.not ? say("Does not mention me") : say("Mentions me");
    default:
      return timeWords(field, test, say);
  }
}

/** A test with yes, and with no. */
const FLAG_WORDS: Record<"unread" | "snoozed" | "historic" | "demo", readonly [string, string]> = {
  unread: ["Unread", "Read"],
  snoozed: ["Snoozed", "Not snoozed"],
  historic: ["From before the desk", "Not from before the desk"],
  demo: ["Demo ticket", "No demo ticket"],
};

/** One value of a test in plain words. */
function valueWords(field: ViewTest["field"], value: string, names: TestNames, say: Say): string {
  const said = VALUE_WORDS[field]?.[value];
  if (said) return say(said);
  if (field === "assignee") return names.people.get(value) ?? say("someone who has left");
  if (field === "team") return names.teams.get(value) ?? say("a team that is gone");
  if (field === "category") return names.categories.get(value) ?? value;
  if (field === "intent") return names.intents.get(value) ?? value.replaceAll("_", " ");
  return value;
}

type Times = { within?: number | undefined; olderThan?: number | undefined };

function timeWords(field: string, { within, olderThan = 0 }: Times, say: Say): string {
  if (within === undefined) {
    return say("{{field}} more than {{span}} ago", { field, span: minuteWords(olderThan, say) });
  }
  return say("{{field}} in the last {{span}}", { field, span: minuteWords(within, say) });
}

type Waiting = Extract<ViewTest, { field: "waiting" }>;

function waitingWords({ within, atLeast = 0 }: Waiting, say: Say): string {
  if (within === undefined) {
    return say("Waiting at least {{span}}", { span: minuteWords(atLeast, say) });
  }
  return say("Waiting less than {{span}}", { span: minuteWords(within, say) });
}

type Span = { below?: number | undefined; above?: number | undefined };

function rangeWords({ below, above }: Span, say: Say): string {
  const number = (value: number) => value.toFixed(2).replace("-", "−");
  const parts = [
    above === undefined ? "" : say("above {{n}}", { n: number(above) }),
    below === undefined ? "" : say("below {{n}}", { n: number(below) }),
  ].filter(Boolean);
  return parts.join(say(" and ")) || say("known");
}

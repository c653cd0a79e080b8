import { says } from "@/components/i18n/says";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { CHANNEL_WORDS, TIER_WORDS } from "@/components/ticket/ticket-words";
import { FIELD_WORDS } from "@/lib/filter/terms";
import { STATUS_WORDS } from "@/lib/inbox/model";
import { ViewTest } from "@/lib/view/model";

export type Field = ViewTest["field"];

/** How a field is tested: one of several, words, a part of a text, numbers, times, yes or no. */
type FieldKind = "choice" | "words" | "contains" | "range" | "span" | "time" | "flag" | "me";

export const FIELD_KINDS: Record<Field, FieldKind> = {
  status: "choice",
  priority: "choice",
  assignee: "choice",
  team: "choice",
  tag: "choice",
  category: "choice",
  intent: "choice",
  channel: "choice",
  tier: "choice",
  sla: "choice",
  decision: "choice",
  review: "choice",
  source: "words",
  language: "words",
  conversation: "words",
  area: "words",
  agent: "words",
  tool: "words",
  account: "contains",
  customer: "contains",
  subject: "contains",
  summary: "contains",
  escalation: "contains",
  resolution: "contains",
  waiting: "span",
  created: "time",
  updated: "time",
  message: "time",
  reply: "time",
  resolved: "time",
  closed: "time",
  sentiment: "range",
  trend: "range",
  confidence: "range",
  unread: "flag",
  snoozed: "flag",
  historic: "flag",
  demo: "flag",
  mentions: "me",
};

/** Every field that can be tested, in the order in which they are offered. */
export const FIELDS = Object.keys(FIELD_WORDS) as Field[]; // the record has one entry for each

type Option = { value: string; label: string };

const options = (words: Readonly<Record<string, string>>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Choices that are the same on every desk. */
export const FIXED_OPTIONS: Partial<Record<Field, Option[]>> = {
  status: options(STATUS_WORDS),
  priority: options(PRIORITY_WORDS).reverse(),
  channel: options(CHANNEL_WORDS),
  tier: options(TIER_WORDS),
  sla: options(
    says({ soon: "Due within the hour", late: "Missed", paused: "Paused", none: "None" }),
  ),
  decision: options(says({ sent: "Sent", sent_flagged: "Sent, to review", held: "Held" })),
  review: options(
    says({
      flagged: "To review",
      held: "Held",
      approved: "Approved",
      corrected: "Corrected",
      rejected: "Rejected",
    }),
  ),
};

/** What somebody is putting together; only some of it belongs to the field that is chosen. */
export type Draft = {
  field: Field;
  /** Turned round. */
  not: boolean;
  values: string[];
  text: string;
  below: string;
  above: string;
  amount: string;
  /** Minutes in one of `amount`. */
  unit: string;
  /** At least as long ago as that; else not so long. */
  older: boolean;
  flag: boolean;
};

export const emptyDraft = (field: Field): Draft => ({
  field,
  not: false,
  values: [],
  text: "",
  below: "",
  above: "",
  amount: "1",
  unit: "60",
  older: field === "waiting",
  flag: true,
});

/** The draft as a test; null while it is none yet. */
export function testOf(draft: Draft): ViewTest | null {
  const { field, values, text, flag, older } = draft;
  const not = draft.not ? true : undefined;
  const kind = FIELD_KINDS[field];
  const minutes = Math.round(Number(draft.amount) * Number(draft.unit));
  const number = (typed: string) => (typed.trim() === "" ? undefined : Number(typed));
  const [below, above] = [number(draft.below), number(draft.above)];
  if (kind === "range" && below === undefined && above === undefined) return null;
  const content = {
    choice: { in: values, not },
    words: { in: wordsOf(text), not },
    contains: { contains: text, not },
    range: { below, above },
    span: older ? { atLeast: minutes } : { within: minutes },
    time: older ? { olderThan: minutes } : { within: minutes },
    flag: { is: flag },
    me: { is: "me", not },
  }[kind];
  const test = ViewTest.safeParse({ field, ...content });
  return test.success ? test.data : null;
}

/** A test to change it again. */
export function draftOf(test: ViewTest): Draft {
  const draft = { ...emptyDraft(test.field), not: "not" in test && test.not === true };
  if ("in" in test) return { ...draft, values: [...test.in], text: test.in.join(", ") };
  if ("contains" in test) return { ...draft, text: test.contains };
  if (test.field === "mentions") return draft;
  if ("is" in test) return { ...draft, flag: test.is };
  switch (test.field) {
    case "sentiment":
    case "trend":
    case "confidence":
      return { ...draft, below: typed(test.below), above: typed(test.above) };
    case "waiting":
      return { ...draft, ...spanOf(test.within, test.atLeast) };
    default:
      return { ...draft, ...spanOf(test.within, test.olderThan) };
  }
}

/** Units that spans are typed in, minutes each. */
export const UNITS: Option[] = [
  { value: "1", label: says("minutes") },
  { value: "60", label: says("hours") },
  { value: "1440", label: says("days") },
];

const typed = (value: number | undefined) => (value === undefined ? "" : String(value));

function spanOf(within: number | undefined, atLeast = 0): Pick<Draft, "amount" | "unit" | "older"> {
  const minutes = within ?? atLeast;
  const unit = UNITS.toReversed().find(({ value }) => minutes > 0 && minutes % Number(value) === 0);
  const size = unit?.value ?? "1";
  return { amount: String(minutes / Number(size)), unit: size, older: within === undefined };
}

const wordsOf = (text: string): string[] =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);

import { z } from "zod";
import { Priority } from "../ticket/model";

export { DEFAULT_ROUTE, DEFAULT_ROUTES } from "./terms";

const flag = z.boolean();
const count = z.number().int().min(0);
const words = z.string().min(1);
const feeling = z.number().min(-1).max(1);

/** A range of a feeling, -1..1; both ends are left out themselves. */
const range = { below: feeling.optional(), above: feeling.optional() };

/** A time of day, `09:00`. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 09:00");

/** An IANA name of a time zone, as `Intl` knows it. */
const TimeZone = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}, "is no time zone");

/** Tests on what surrounds a request: who sent it, from where, through what, and what was there. */
const AROUND_LEAVES = [
  /** An address of the customer holds it: a domain, too. */
  z.object({ field: z.literal("customer"), contains: words.max(255) }),
  z.object({ field: z.literal("customer_tag"), is: words.max(64) }),
  /** The connection that sent it, by its name. */
  z.object({ field: z.literal("connection"), is: words.max(255) }),
  /** The address of the page that the customer was looking at holds it. */
  z.object({ field: z.literal("page"), contains: words.max(2048) }),
  z.object({ field: z.literal("product_area"), is: words.max(64) }),
  /** The team that had the ticket before this message. */
  z.object({ field: z.literal("has_team"), is: words.max(255) }),
  /** What the sending system thinks. */
  z.object({ field: z.literal("caller_priority"), is: Priority }),
  z.object({ field: z.literal("caller_category"), is: words.max(64) }),
  z.object({ field: z.literal("seats"), atLeast: z.number().int().min(0) }),
  /** A count that the account's system reports, by its name. */
  z.object({ field: z.literal("usage"), of: words.max(64), atLeast: z.number() }),
  /** An earlier message of the ticket was routed. */
  z.object({ field: z.literal("joined"), is: z.boolean() }),
] as const;
export type AroundLeaf = z.infer<(typeof AROUND_LEAVES)[number]>;

const AROUND_FIELDS: ReadonlySet<string> = new Set(
  AROUND_LEAVES.map(({ shape }) => shape.field.value),
);

export const isAround = <L extends { field: string }>(leaf: L | AroundLeaf): leaf is AroundLeaf =>
  AROUND_FIELDS.has(leaf.field);

/** What those tests look at. */
export type Around = {
  customer: { addresses: readonly string[]; tags: readonly string[] };
  /** Null where a person opened the ticket, or where nothing was told. */
  connection: string | null;
  page: string | null;
  productArea: string | null;
  team: string | null;
  caller: { priority: Priority | null; category: string | null };
  seats: number;
  usage: Readonly<Record<string, number>>;
  joined: boolean;
};

/** One test on the facts of a ticket. Later versions add kinds; unknown ones never match. */
const Leaf = z.discriminatedUnion("field", [
  z.object({
    field: z.literal("intent"),
    is: z.string(),
    minScore: z.number().min(0).max(1).default(0),
  }),
  z.object({ field: z.literal("category"), is: z.string() }),
  z.object({ field: z.literal("channel"), is: z.string() }),
  /** The system behind the channel. */
  z.object({ field: z.literal("source"), is: z.string() }),
  z.object({ field: z.literal("tier"), is: z.string() }),
  z.object({ field: z.literal("text"), contains: words }),
  z.object({ field: z.literal("subject"), contains: words }),
  /** A pattern in RE2 syntax: it runs in linear time, whatever an admin writes. */
  z.object({ field: z.literal("pattern"), matches: words.max(500) }),
  z.object({ field: z.literal("language"), is: z.string() }),
  z.object({ field: z.literal("sentiment"), ...range }),
  /** How the feeling changes within the ticket; unknown with one message. */
  z.object({ field: z.literal("trend"), ...range }),
  /** As scored, before any rule. */
  z.object({ field: z.literal("priority"), is: Priority }),
  /** Had before routing: set by the sending system or by hand. */
  z.object({ field: z.literal("tag"), is: z.string() }),
  z.object({ field: z.literal("tool"), is: z.string() }),
  /** Other tickets of the customer in the last 30 days. */
  z.object({ field: z.literal("recent"), atLeast: count }),
  /** Payments that failed in the last 30 days. */
  z.object({ field: z.literal("failed_invoices"), atLeast: count }),
  /** Steps that the customer has already tried. */
  z.object({ field: z.literal("tried"), atLeast: count }),
  z.object({ field: z.literal("trial"), is: flag }),
  z.object({ field: z.literal("paying"), is: flag }),
  /** No known intent. */
  z.object({ field: z.literal("novel"), is: flag }),
  /** It arrived with a reason for its escalation. */
  z.object({ field: z.literal("escalated"), is: flag }),
  /** The account's name, the caller's key of it, or its id. */
  z.object({ field: z.literal("account"), is: words.max(255) }),
  /** When the customer wrote it. The desk has no time zone of its own, so the rule names one. */
  z.object({
    field: z.literal("time"),
    /** 1 (Monday) to 7 (Sunday). */
    days: z.array(z.number().int().min(1).max(7)).min(1, "name a day").max(7),
    /** From this time of day on, and before that one; over midnight where `to` is earlier. */
    from: ClockTime.default("00:00"),
    to: ClockTime.default("00:00"),
    zone: TimeZone.default("UTC"),
  }),
  ...AROUND_LEAVES,
]);
export type Leaf = z.infer<typeof Leaf>;

/** A test, or tests joined by and, or, not. An empty `all` holds; an empty `any` does not. */
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] } | { not: Condition };

/** Tests in one group: far more than a person reads. */
const MOST = 50;

const group = (inner: z.ZodType<Condition>) =>
  z.union([
    Leaf,
    z.strictObject({ all: z.array(inner).max(MOST) }),
    z.strictObject({ any: z.array(inner).max(MOST) }),
    z.strictObject({ not: inner }),
  ]);

/** Groups may stand in groups, three deep. */
export const Condition: z.ZodType<Condition> = group(group(group(Leaf)));

/** Who of the team takes a ticket that nobody has yet. */
const AssigneeRule = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("person"), personId: z.uuid() }),
  /** Each in turn. */
  z.object({ mode: z.literal("round_robin") }),
  /** Whoever has the fewest tickets that are not over. */
  z.object({ mode: z.literal("least_busy") }),
]);
export type AssigneeRule = z.infer<typeof AssigneeRule>;

export const Actions = z.object({
  team: z.string().optional(),
  priority: Priority.optional(),
  /** Only then may a rule lower a scored priority. */
  priorityEvenIfLower: z.boolean().default(false),
  tags: z.array(z.string()).default([]),
  aiMayAnswer: z.boolean().optional(),
  assignee: AssigneeRule.optional(),
  /** The policy that holds, by its name, whatever its own conditions ask. */
  sla: z.string().min(1).max(120).optional(),
});
export type Actions = z.infer<typeof Actions>;

/** What rules test: the ticket as it was classified. */
export type RuleFacts = {
  intents: readonly { intent: string; score: number }[];
  category: string;
  channel: string;
  source: string;
  tier: string;
  text: string;
  subject: string;
  language: string | null;
  sentiment: number;
  /** Null with fewer than two messages. */
  trend: number | null;
  /** As scored, before any rule. */
  priority: Priority;
  tags: readonly string[];
  tools: readonly string[];
  recent: number;
  failedInvoices: number;
  tried: number;
  inTrial: boolean;
  paying: boolean;
  novel: boolean;
  escalated: boolean;
  /** Not kept by early versions: what asks for it is then unknown, and does not hold. */
  account?: { id: string; name: string; key: string };
  /** When the customer wrote, ISO. Not kept by early versions, either. */
  at?: string;
  /** Nor this. */
  around?: Around;
};

/** A rule as it is stored. `unreadable`: its conditions are of a kind that this version lacks. */
export type Rule = {
  id: string;
  name: string;
  conditions: Condition[];
  actions: Actions;
  onMatch: "stop" | "continue";
  unreadable?: boolean;
};

/** A rule as admins write it. */
export const StoredRule = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1, "is missing").max(120),
  enabled: z.boolean(),
  conditions: z.array(Condition).max(50),
  actions: Actions,
  /** `stop`: first match; `continue`: later rules apply too. */
  onMatch: z.enum(["stop", "continue"]),
});
export type StoredRule = z.output<typeof StoredRule>;

/** A rule on its way to be saved. `unreadable`: what is stored of it stays as it is. */
export const RuleDraft = StoredRule.extend({ unreadable: z.boolean().optional() });
export type RuleDraft = z.output<typeof RuleDraft>;

/** Rules of a desk: more than people keep in order. */
const MOST_RULES = 500;
export const RuleDrafts = z.array(RuleDraft).max(MOST_RULES);

/** Of an integer of the database. */
const MOST_NUMBER = 2_147_483_647;

export const SaveRules = z.object({
  rules: RuleDrafts,
  /** The version that the changes were made to; 0: none was saved yet. */
  baseVersion: z.number().int().min(0).max(MOST_NUMBER),
  comment: z.string().trim().max(500).default(""),
});
export type SaveRules = z.output<typeof SaveRules>;

export const RestoreVersion = z.object({ number: z.number().int().min(1).max(MOST_NUMBER) });

/** What differs in one rule between two states of all rules, in plain words. */
export const RuleChange = z.object({
  kind: z.enum(["added", "removed", "changed", "moved"]),
  id: z.uuid(),
  name: z.string(),
  /** Field by field. */
  lines: z.array(z.string()),
});
export type RuleChange = z.infer<typeof RuleChange>;

/** Something about a rule that is probably not meant. It does not keep anybody from saving. */
export const Lint = z.object({
  ruleId: z.uuid(),
  kind: z.enum(["never", "shadowed", "contradicts", "missing", "duplicate", "unreadable"]),
  text: z.string(),
  /** The other rule that it is about. */
  otherId: z.uuid().optional(),
});
export type Lint = z.infer<typeof Lint>;

/** All rules in their order, as they are in force. */
export const RulesView = z.object({
  version: z.number().int(),
  rules: z.array(RuleDraft),
});
export type RulesView = z.infer<typeof RulesView>;

/** What the rules decided, and for each of them whether it matched and why. */
export type RuleOutcome = {
  /** Null: no rule named one. */
  team: { name: string; rule: string } | null;
  /** Null: no rule names one. */
  assignee: { want: AssigneeRule; rule: string } | null;
  /** Null: policies choose by their own conditions. */
  sla: { policy: string; rule: string } | null;
  priority: Priority;
  tags: string[];
  aiMayAnswer: boolean;
  /** Rules that said so, for the timeline. */
  aiStoppedBy: string | null;
  /** What changed the priority, in plain words. */
  priorityReasons: string[];
  rules: RuleVerdict[];
};

export type RuleVerdict = {
  name: string;
  matched: boolean;
  why: string;
  /** Something that it asks for was not kept, so that nobody can say. */
  unknown?: true;
};

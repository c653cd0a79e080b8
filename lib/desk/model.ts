import { z } from "zod";
import { Channel, Priority, TicketStatus } from "../ticket/model";

/** Categories a desk begins with; admins can add (the table holds them). */
export const DEFAULT_CATEGORIES = [
  { slug: "billing", name: "Billing" },
  { slug: "technical", name: "Technical" },
  { slug: "onboarding", name: "Onboarding" },
  { slug: "general", name: "General" },
] as const;

const label = z.object({ slug: z.string(), name: z.string() });

/** What a ticket may be called: categories and intents in use. */
export const LabelOptions = z.object({ categories: z.array(label), intents: z.array(label) });
export type LabelOptions = z.infer<typeof LabelOptions>;

/** What a ticket is called, and where that came from, in plain words. */
export const LabelView = z.object({ slug: z.string().nullable(), because: z.array(z.string()) });
export type LabelView = z.infer<typeof LabelView>;

/** Bands of the confidence, probabilities. A reply at or above `send` goes out by itself. */
export const Bands = z
  .object({ send: z.number().min(0).max(1), flag: z.number().min(0).max(1) })
  .refine((bands) => bands.flag <= bands.send, "`flag` must not be above `send`");
export type Bands = z.infer<typeof Bands>;

/** Bands of tickets of a category, a channel, or both; the more exact one counts. */
export const BandOverride = z
  .object({
    category: z.string().min(1).nullable(),
    channel: Channel.nullable(),
    send: z.number().min(0).max(1),
    flag: z.number().min(0).max(1),
  })
  .refine((bands) => bands.flag <= bands.send, "`flag` must not be above `send`")
  .refine((at) => at.category !== null || at.channel !== null, "name a category or a channel");
export type BandOverride = z.infer<typeof BandOverride>;

/**
 * The bands that count for a ticket: those for its category and channel, else for its category,
 * else for its channel, else the desk's. Of two for the same place the first counts.
 *
 * @param overrides as stored; what does not fit is passed over, so that it never loosens a band
 */
export function bandsFor(
  bands: Bands,
  overrides: unknown,
  at: { category: string; channel: Channel },
): Bands {
  let best: { rank: number; bands: Bands } | null = null;
  for (const entry of Array.isArray(overrides) ? overrides : []) {
    const { data } = BandOverride.safeParse(entry);
    if (!data) continue;
    if (data.category !== null && data.category !== at.category) continue;
    if (data.channel !== null && data.channel !== at.channel) continue;
    const rank = (data.category === null ? 0 : 2) + (data.channel === null ? 0 : 1);
    if (!best || rank > best.rank) best = { rank, bands: { send: data.send, flag: data.flag } };
  }
  return best?.bands ?? bands;
}

/** What a macro does beside its words. */
export const MacroActions = z.object({
  status: TicketStatus.optional(),
  priority: Priority.optional(),
  teamId: z.uuid().optional(),
  addTags: z.array(z.string().trim().min(1).max(64)).max(50).default([]),
  /** Give the ticket to whoever runs it. */
  assignToMe: z.boolean().default(false),
});
export type MacroActions = z.output<typeof MacroActions>;

/** A host with its port where that is not the scheme's own. */
const HostName = z
  .string()
  .trim()
  .toLowerCase()
  .max(255)
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/, "must be a host, like help.example.com");

/** A name in headers and titles. */
const oneLine = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}*$/u, "must be one line");

/** Settings by name, each with its schema and default. */
export const SETTINGS = {
  "desk.name": oneLine.default("Deskhand"),
  "ai.bands": Bands.default({ send: 0.85, flag: 0.6 }),
  "ai.bandOverrides": z.array(BandOverride).max(200).default([]),
  /** Silence on chat and in-app before all unanswered messages are answered at once, seconds. */
  "ai.silenceSeconds": z.number().int().min(0).max(600).default(20),
  /** How often held tickets are taken up again, and hours between. */
  "ai.followUp": z
    .object({ tries: z.number().int().min(0).max(10), hours: z.number().min(1).max(336) })
    .default({ tries: 3, hours: 24 }),
  /** Resolved tickets close after so many days without activity. */
  "ticket.autoCloseDays": z.number().int().min(1).max(365).default(7),
  /** Time in which a person can take back a reply, seconds; 0: it leaves at once. */
  "reply.undoSeconds": z.number().int().min(0).max(60).default(10),
  /** Sent once when a ticket is held for people. Fixed words: nothing of the sender's is repeated. */
  "reply.acknowledgement": z
    .object({ on: z.boolean(), text: z.string().trim().min(1).max(2000) })
    .default({
      on: false,
      text: "Thank you for your message. A colleague will look at it and answer you here.",
    }),
  /** Replies between the bands: out at once and checked after, or only once a person approves. */
  "ai.sendMode": z.enum(["send_then_review", "approve_first"]).default("send_then_review"),
  /** What drafts may be made from. */
  "ai.sources": z
    .object({ articles: z.boolean(), answers: z.boolean() })
    .default({ articles: true, answers: true }),
  /** Categories and articles whose caps on confidence admins have lifted, knowingly. */
  "ai.uncapped": z
    .object({
      categories: z.array(z.string().min(1).max(64)).max(200),
      articles: z.array(z.uuid()).max(200),
    })
    .default({ categories: [], articles: [] }),
  /** How much the desk may answer by itself before people look. Admins can only allow less. */
  "ai.limits": z
    .object({
      /** Automatic replies in one thread. */
      perThread: z.number().int().min(0).max(3),
      perCustomerHour: z.number().int().min(0).max(5),
      /** Requests older than this are for people, hours. */
      maxAgeHours: z.number().min(1).max(24),
    })
    .default({ perThread: 3, perCustomerHour: 5, maxAgeHours: 24 }),
  /** Hosts that links in a draft of a model may lead to, lower case; links to others are taken out. */
  "ai.linkHosts": z.array(HostName).max(200).default([]),
  /** Hosts that tools may call, lower case. */
  "ai.toolHosts": z.array(HostName).max(200).default([]),
  /** Share of the confident replies that is reviewed anyway, 0..1. */
  "review.sampling": z.number().min(0).max(1).default(0.05),
  /** Categories whose drafts go out only when two people have approved the same words. */
  "review.fourEyes": z.array(z.string().min(1).max(64)).max(200).default([]),
  /** Customers are asked for a rating at the end of a reply that resolves. */
  "csat.ask": z.boolean().default(false),
  "ai.stopped": z.boolean().default(false),
  /** Who mail comes from; null: the desk's name at MAIL_FROM. */
  "mail.from": z
    .object({ name: oneLine, address: z.email().max(254) })
    .nullable()
    .default(null),
  "demo.loaded": z.boolean().default(false),
} as const;
export type SettingName = keyof typeof SETTINGS;
export type Setting<N extends SettingName> = z.output<(typeof SETTINGS)[N]>;

/** True when the caps do not hold a draft back: an admin has said so of its ticket or its source. */
export const isUncapped = (
  { categories, articles }: Setting<"ai.uncapped">,
  { category, articleId }: { category: string; articleId: string | null },
): boolean => categories.includes(category) || (articleId !== null && articles.includes(articleId));

/** Who may change a setting: those of the AI are an area of their own. */
export const permissionFor = (name: SettingName): "ai.write" | "settings.write" =>
  name.startsWith("ai.") || name.startsWith("review.") ? "ai.write" : "settings.write";

export const SettingEventRef = z.object({ eventId: z.uuid() });
export type SettingEventRef = z.infer<typeof SettingEventRef>;

export const LabelKind = z.enum(["category", "intent"]);
export type LabelKind = z.infer<typeof LabelKind>;

const labelName = z.string().trim().min(1, "is missing").max(60);
const about = z.string().trim().max(500).default("");

export const LabelRef = z.object({ space: LabelKind, slug: z.string().min(1).max(64) });
export type LabelRef = z.infer<typeof LabelRef>;
export const NewLabel = z.object({ space: LabelKind, name: labelName, description: about });
export type NewLabel = z.input<typeof NewLabel>;
export const LabelChange = LabelRef.extend({ name: labelName, description: about });
export type LabelChange = z.input<typeof LabelChange>;
export const LabelMerge = LabelRef.extend({ into: z.string().min(1).max(64) }).refine(
  ({ slug, into }) => slug !== into,
  { path: ["into"], message: "must be another one" },
);
export type LabelMerge = z.infer<typeof LabelMerge>;

/** Where tickets go whose category is taken out of use: it stays. */
export const LAST_CATEGORY = "general";

/**
 * The name in a label's other life, in addresses and rules: `Bank transfer` → `bank_transfer` for
 * an intent, `bank-transfer` for a category. Empty when the name has no letter of a-z and no digit.
 */
export function slugOf(space: LabelKind, name: string): string {
  const joint = space === "intent" ? "_" : "-";
  return name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, joint)
    .replace(/^[-_]+/, "")
    .slice(0, 64)
    .replace(/[-_]+$/, "");
}

/** What a macro's words may name, filled in when it is used. */
export const MACRO_PLACEHOLDERS = [
  "customer.name",
  "customer.first_name",
  "customer.email",
  "account.name",
  "account.tier",
  "ticket.number",
  "ticket.subject",
  "agent.name",
  "agent.first_name",
  "desk.name",
] as const;

/** In one pair of braces, or in two, as other desks write them. */
const PLACEHOLDER = /\{\{([^{}\n]{1,60})\}\}|\{([^{}\n]{1,60})\}/g;

/** Placeholders in a macro's words that nobody can fill in. */
export const unknownPlaceholders = (body: string): string[] => [
  ...new Set(
    [...body.matchAll(PLACEHOLDER)]
      .map(([, double, single = ""]) => (double ?? single).trim())
      .filter((name) => !MACRO_PLACEHOLDERS.some((known) => known === name)),
  ),
];

/** @returns the words with what is known filled in; a placeholder that has nothing stays */
export const fillMacro = (body: string, values: Readonly<Record<string, string>>): string =>
  body.replace(PLACEHOLDER, (whole, double: string | undefined, single = "") => {
    return values[(double ?? single).trim()] || whole;
  });

export const MacroInput = z
  .object({
    /** Left out: a new macro. */
    macroId: z.uuid().optional(),
    name: z.string().trim().min(1, "is missing").max(80),
    body: z.string().max(20_000).default(""),
    actions: MacroActions,
    teamId: z.uuid().nullable().default(null),
  })
  .superRefine(({ body, actions }, issues) => {
    const unknown = unknownPlaceholders(body);
    if (unknown.length > 0) {
      const message = `nobody can fill in {${unknown.join("}, {")}}`;
      issues.addIssue({ code: "custom", path: ["body"], message });
    }
    const { status, priority, teamId, addTags, assignToMe } = actions;
    const acts = status || priority || teamId || addTags.length > 0 || assignToMe;
    if (body.trim() === "" && !acts) {
      issues.addIssue({ code: "custom", path: ["body"], message: "needs words, or an action" });
    }
  });
export type MacroInput = z.input<typeof MacroInput>;

export const MacroRef = z.object({ macroId: z.uuid() });
export type MacroRef = z.infer<typeof MacroRef>;

const tagName = z
  .string()
  .trim()
  .min(1, "is missing")
  .max(64)
  .regex(/^[^\p{Cc},]*$/u, "must not hold a comma");
export const TagInput = z.object({ name: tagName, description: about });
export type TagInput = z.input<typeof TagInput>;
export const TagRename = z.object({ name: tagName, to: tagName });
export type TagRename = z.infer<typeof TagRename>;
export const TagRef = z.object({ name: tagName });
export type TagRef = z.infer<typeof TagRef>;

/** What is told of macros and tags. */
export const CONTENT_EVENTS = {
  "macro.changed": z.object({
    macroId: z.uuid(),
    change: z.enum(["created", "edited", "archived", "restored"]),
  }),
  "tag.changed": z.object({
    name: z.string(),
    change: z.enum(["created", "edited", "renamed", "archived", "restored"]),
    into: z.string().optional(),
  }),
} as const;

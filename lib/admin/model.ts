import { z } from "zod";
import { SCOPES } from "../channel/model";
import { LabelKind, MacroActions } from "../desk/model";
import { LlmFault, ProviderView, Purpose } from "../llm/model";
import { Area, Locale, Role } from "../person/model";

const iso = z.iso.datetime();
const count = z.number().int();

export const PersonRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  areas: z.array(Area),
  teamIds: z.array(z.string()),
  capacity: count.nullable(),
  /** Tickets that are not over. */
  open: count,
  awayUntil: iso.nullable(),
  cover: z.object({ id: z.string(), name: z.string() }).nullable(),
  disabledAt: iso.nullable(),
  /** The latest use of one of their sessions; null while there is none. */
  lastSeenAt: iso.nullable(),
  sessions: count,
});
export type PersonRow = z.infer<typeof PersonRow>;

export const InviteRow = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  by: z.string().nullable(),
  createdAt: iso,
  expiresAt: iso,
});
export type InviteRow = z.infer<typeof InviteRow>;

export const TeamRow = z.object({
  id: z.string(),
  name: z.string(),
  fallback: z.boolean(),
  aiStopped: z.boolean(),
  members: count,
  open: count,
  /** Names of rules that give tickets to it. */
  rules: z.array(z.string()),
});
export type TeamRow = z.infer<typeof TeamRow>;

/** People, open invitations and teams. */
export const PeopleView = z.object({
  people: z.array(PersonRow),
  invites: z.array(InviteRow),
  teams: z.array(TeamRow),
});
export type PeopleView = z.infer<typeof PeopleView>;

export const SessionRow = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  /** As the browser names itself. */
  userAgent: z.string().nullable(),
  createdAt: iso,
  lastSeenAt: iso.nullable(),
  expiresAt: iso,
});
export type SessionRow = z.infer<typeof SessionRow>;

/** A person's own account. */
export const AccountView = z.object({
  person: z.object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    role: Role,
    awayUntil: iso.nullable(),
    coverId: z.string().nullable(),
    /** Null: as the browser says. */
    locale: Locale.nullable(),
  }),
  sessions: z.array(SessionRow),
});
export type AccountView = z.infer<typeof AccountView>;

export const ApiKeyRow = z.object({
  ...{ id: z.string(), name: z.string(), by: z.string().nullable() },
  scopes: z.array(z.enum(SCOPES)),
  ...{ createdAt: iso, lastUsedAt: iso.nullable(), revokedAt: iso.nullable() },
  /** A newer key has taken its place. */
  replaced: z.boolean(),
  /** Until then it works beside that one; null: it has no end, or has come to it. */
  endsAt: iso.nullable(),
});
export type ApiKeyRow = z.infer<typeof ApiKeyRow>;

export const ConnectionRow = z.object({
  id: z.string(),
  /** As other systems name it, `c_…`. */
  publicId: z.string(),
  name: z.string(),
  source: z.string(),
  replyUrl: z.string().nullable(),
  ...{ disabledAt: iso.nullable(), createdAt: iso, secretUsedAt: iso.nullable() },
  /** The secret before, while it is valid as well. */
  oldSecret: z.object({ until: iso, usedAt: iso.nullable() }).nullable(),
  keys: z.array(ApiKeyRow),
});
export type ConnectionRow = z.infer<typeof ConnectionRow>;

export const ConnectionsView = z.object({
  connections: z.array(ConnectionRow),
  /** Where other systems send requests to. */
  ingestUrl: z.string(),
});
export type ConnectionsView = z.infer<typeof ConnectionsView>;

export const LabelRow = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  /** Comes with Deskhand: words give it away, also before people have shown examples. */
  builtIn: z.boolean(),
  archivedAt: iso.nullable(),
  mergedInto: z.string().nullable(),
  tickets: count,
  /** Of those, set or confirmed by people: what it is learned from. */
  examples: count,
  rules: z.array(z.string()),
});
export type LabelRow = z.infer<typeof LabelRow>;

export const LabelsView = z.object({
  categories: z.array(LabelRow),
  intents: z.array(LabelRow),
});
export type LabelsView = z.infer<typeof LabelsView>;

export const LabelTicketsQuery = z.object({ space: LabelKind, slug: z.string().min(1).max(64) });
export type LabelTicketsQuery = z.infer<typeof LabelTicketsQuery>;

/** The latest tickets with a label, to choose examples from. */
export const LabelTickets = z.object({
  tickets: z.array(
    z.object({
      id: z.string(),
      number: z.number().int(),
      subject: z.string(),
      version: z.number().int(),
    }),
  ),
});
export type LabelTickets = z.infer<typeof LabelTickets>;

export const MacroRow = z.object({
  id: z.string(),
  name: z.string(),
  body: z.string(),
  actions: MacroActions,
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  by: z.string().nullable(),
  updatedAt: iso,
  archivedAt: iso.nullable(),
});
export type MacroRow = z.infer<typeof MacroRow>;

export const TagRow = z.object({
  name: z.string(),
  description: z.string(),
  /** Nobody has described it: tickets hold it all the same. */
  described: z.boolean(),
  archivedAt: iso.nullable(),
  tickets: count,
});
export type TagRow = z.infer<typeof TagRow>;

export const ContentView = z.object({ macros: z.array(MacroRow), tags: z.array(TagRow) });
export type ContentView = z.infer<typeof ContentView>;

/** Rows of one page of the audit log, and of one export. */
export const AUDIT_PAGE = 100;
export const AUDIT_EXPORT = 10_000;

/** Of four digits also a day later. */
const Day = z.iso.date().refine((day) => day >= "0001" && day < "9999", "is no day of this desk");

export const AuditQuery = z.object({
  /** Kinds that begin with it: `setting`, `person.changed`. */
  type: z.string().max(60).optional(),
  personId: z.uuid().optional(),
  /** From this day on, and up to the end of that one: `2026-11-21`, UTC. */
  from: Day.optional(),
  to: Day.optional(),
  /** Also what happens to tickets all day; else changes of the desk itself. */
  tickets: z.enum(["yes", "no"]).default("no"),
  /** Goes on where a page ended: its `next`. */
  before: z.uuid().optional(),
  download: z.string().max(10).optional(),
});
export type AuditQuery = z.output<typeof AuditQuery>;

export const AuditRow = z.object({
  id: z.string(),
  type: z.string(),
  actor: z.object({
    type: z.enum(["person", "job", "connection", "system"]),
    id: z.string(),
    name: z.string().nullable(),
  }),
  ticket: z.object({ id: z.string(), number: z.number().int() }).nullable(),
  payload: z.record(z.string(), z.unknown()),
  at: iso,
});
export type AuditRow = z.infer<typeof AuditRow>;

export const AuditPage = z.object({
  rows: z.array(AuditRow),
  next: z.string().nullable(),
});
export type AuditPage = z.infer<typeof AuditPage>;

/** Who changed something last; `by` null: the desk itself, or somebody who is gone. */
type Told = { eventId: string; by: string | null; at: string };
/** The last change of each setting by its name. `undoable`: what it was before is known. */
export type SettingChanges = Record<string, Told & { undoable: boolean }>;
/** The last change that was made on a page. */
export type LastChange = Told & Pick<AuditRow, "type" | "payload">;

/** How the desk runs: what an admin is asked for when they ask for help. */
export const SystemView = z.object({
  /** Of Deskhand, and which build of it. */
  version: z.string(),
  build: z.string(),
  node: z.string(),
  database: z.object({
    kind: z.enum(["embedded", "postgres"]),
    version: z.string(),
    /** Schema changes that were applied. */
    migrations: count,
    bytes: z.number(),
  }),
  /** When this process began. */
  startedAt: iso,
  memoryBytes: z.number(),
  /** Jobs that are due or worked on, and how long the oldest waits, seconds. */
  jobs: z.object({ ready: count, active: count, oldestSeconds: z.number(), dead: count }),
  /** Replies on their way out, by state. */
  deliveries: z.array(z.object({ state: z.string(), n: count })),
  /** What the desk has learned from, signals. */
  signals: count,
  diskFull: z.boolean(),
});
export type SystemView = z.infer<typeof SystemView>;

const spent = { micros: z.number(), tokens: z.number(), calls: z.number(), faults: z.number() };

/** What the settings of models show. Amounts are in millionths of the currency of the prices. */
export const LlmSettings = z.object({
  /** By name. */
  providers: z.array(ProviderView),
  /** Of today, UTC. */
  day: z.object(spent),
  /** The last seven days, UTC, oldest first; days without a call as well. */
  week: z.array(z.object({ day: z.iso.date(), ...spent })),
  /** The newest 30. */
  calls: z.array(
    z.object({
      id: z.uuid(),
      purpose: Purpose,
      model: z.string(),
      /** `t_…` and number; null: about no ticket. */
      ticket: z.object({ id: z.string(), number: z.number() }).nullable(),
      fault: LlmFault.nullable(),
      words: z.string().nullable(),
      tries: z.number(),
      tokens: z.number(),
      micros: z.number(),
      latencyMs: z.number(),
      at: iso,
    }),
  ),
  /** Of each model and prompt version whose drafts have ended, newest first. */
  calibration: z.array(
    z.object({
      model: z.string(),
      promptVersion: z.string(),
      /** Drafts whose end is known. */
      drafts: z.number(),
      /** What the desk said of them, on average, 0..1. */
      said: z.number(),
      /** How many of them were right, 0..1. */
      right: z.number(),
    }),
  ),
});
export type LlmSettings = z.infer<typeof LlmSettings>;

import { z } from "zod";

/** From here on the desk may answer by itself, when no other gate holds the answer. */
export const AUTO_AT = 0.85;
/** From here on a draft is offered as likely right. */
export const REVIEW_AT = 0.6;
/** Accepted uses below which an answer stays under `REVIEW_AT`. */
export const MIN_ACCEPTED_USES = 3;
/** Outcomes on a desk below which nothing reaches `AUTO_AT`. */
export const MIN_DESK_OUTCOMES = 100;
/** Weight of "nobody complained": evidence for an answer, never a label. */
export const SILENCE_WEIGHT = 0.3;

/** Context that may help to tell questions apart, e.g. {channel: "email", plan: "pro"}. */
export const Facts = z.record(z.string().max(60), z.string().max(200));

const id = z.string().min(1).max(200);
const text = z.string().max(100_000);
/** The account that asks: answers that are private to others are nothing to it. */
const scope = id.optional();
/** The account to which the answer is private; null: to none. Left out: as it was. */
const owner = id.nullable().optional();

/** A person answered a ticket, or approved what was proposed: the only source of labels. */
const Answered = z.object({
  type: z.literal("answered"),
  id,
  text,
  facts: Facts.optional(),
  answer: id,
  /** True when the desk proposed this answer and it was accepted. */
  accepted: z.boolean().default(false),
  /** How many outcomes this one stands for: 1 / audit rate for audit samples, else 1. */
  weight: z.number().min(0).max(100).default(1),
  scope,
  owner,
});

/** A person answered by hand with something that no known answer fits and nobody will need again. */
const Unmatched = z.object({
  type: z.literal("unmatched"),
  id,
  text,
  facts: Facts.optional(),
  scope,
});

/** A person said that an answer was wrong, without giving the right one; or a reopened ticket. */
const Refused = z.object({
  type: z.literal("refused"),
  id,
  text,
  facts: Facts.optional(),
  answer: id,
  scope,
  /** It had counted as accepted, and no longer does: the ticket was re-opened. */
  wasAccepted: z.boolean().optional(),
});

/** An answer was sent and nobody complained within the agreed days. */
const Silent = z.object({
  type: z.literal("silent"),
  id,
  text,
  facts: Facts.optional(),
  answer: id,
  scope,
  /** How many verdicts it counts for; silence when left out. */
  weight: z.number().min(0).max(1).optional(),
});

/** An answer is private to one account from now on, or, with null, to none. */
const Shared = z.object({ type: z.literal("shared"), id, answer: id, owner: id.nullable() });

/** An answer may not be used any more. With `replacedBy` its experience passes on at once. */
const Retired = z.object({
  type: z.literal("retired"),
  id,
  answer: id,
  replacedBy: id.optional(),
});

const Restored = z.object({
  type: z.literal("restored"),
  id,
  answer: id,
  /** Its text is another one: what people had accepted was not this. */
  anew: z.boolean().optional(),
});

/** An article was written or changed; it answers from now on, before any ticket. */
const ArticleWritten = z.object({
  type: z.literal("article"),
  id,
  answer: id,
  title: z.string().max(500),
  body: text,
});

/** An admin lifts or sets the cap for answers with few accepted uses. */
const Uncapped = z.object({ type: z.literal("uncapped"), id, answer: id, lifted: z.boolean() });

/** What can be learned of a ticket beside its answer. */
export const LABEL_SPACES = ["intent", "category", "priority", "team"] as const;
export const LabelSpace = z.enum(LABEL_SPACES);
export type LabelSpace = z.infer<typeof LabelSpace>;

/** What people would call a text, as far as they have shown it. */
export const LabelGuess = z.object({
  label: z.string(),
  /** Calibrated probability that a person would choose it; cautious while little is known. */
  confidence: z.number().min(0).max(1),
  runnerUp: z.string().nullable(),
  /** Unlike everything that was learned of this space. */
  novel: z.boolean(),
  /** The most similar tickets that people gave this label: ids, and cosines in 0..1. */
  evidence: z.array(z.object({ source: z.string(), similarity: z.number() })),
  /** Tickets that people gave this label, or let it stand on. */
  examples: z.number().int(),
  /** What people replaced on those tickets: labels that such texts look like, and are not. */
  against: z.array(z.string()),
});
export type LabelGuess = z.infer<typeof LabelGuess>;

/** A person set a label, or let it stand when they answered. */
const Labelled = z.object({
  type: z.literal("labelled"),
  id,
  text,
  facts: Facts.optional(),
  space: LabelSpace,
  label: id,
  /** What it was before, and is not: null when it was only confirmed. */
  insteadOf: id.nullable().default(null),
  /** 1 for a correction; less for a label that nobody objected to. */
  weight: z.number().min(0).max(1).default(1),
});

/** How a draft that was scored turned out: the desk's own confidence is calibrated by it. */
const Judged = z.object({
  type: z.literal("judged"),
  id,
  /** The row that was scored: finite numbers, first the bias. */
  row: z.array(z.number()).min(1).max(40),
  right: z.boolean(),
  /** More than 1 for a sample: 1 over its chance of being looked at. */
  weight: z.number().min(0).max(100).default(1),
});

/** Everything the engine learns from, in order: the same signals give the same predictions. */
export const Signal = z.discriminatedUnion("type", [
  Answered,
  Unmatched,
  Refused,
  Silent,
  Retired,
  Restored,
  ArticleWritten,
  Uncapped,
  Shared,
  Labelled,
  Judged,
]);
export type Signal = z.output<typeof Signal>;
export type Facts = z.output<typeof Facts>;

const HOLD_REASONS = [
  "nothing-known",
  "not-confident",
  "unlike-anything-seen",
  "few-accepted-uses",
  "new-desk",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** Plain facts behind a prediction, for people: counts, and shares or cosines in 0..1. */
export const PredictionParts = z.object({
  /** Probability the ranker gives the first answer, before calibration. */
  rank: z.number(),
  /** The same for the second. */
  runnerUp: z.number(),
  /** Share of the experts whose first choice this is. */
  agreement: z.number(),
  /** Cosine with the most similar learned ticket of this answer. */
  similarity: z.number(),
  /** Share of the most similar tickets that had this answer. */
  votes: z.number(),
  /** How well the article fits, 0 when there is none. */
  article: z.number(),
  /** Tickets people answered with it, and proposals of it that were accepted. */
  taught: z.number(),
  accepted: z.number(),
  /** Smoothed share of its proposals that were right. */
  history: z.number(),
  /** Share of the words never read before. */
  unknownWords: z.number(),
  /** Outcomes on this desk. */
  outcomes: z.number(),
});
export type PredictionParts = z.output<typeof PredictionParts>;

export const Prediction = z.object({
  /** Best first; empty when nothing is known. Probabilities leave room for "none of these". */
  candidates: z.array(
    z.object({
      answer: z.string(),
      probability: z.number(),
      /** Sources of the most similar learned tickets with this answer, and their cosine. */
      evidence: z.array(z.object({ source: z.string(), similarity: z.number() })),
    }),
  ),
  /** Calibrated probability that the first candidate is accepted; capped. */
  confidence: z.number().min(0).max(1),
  /** The same without the caps. */
  uncapped: z.number().min(0).max(1),
  /** Probability that no known answer fits. */
  novelty: z.number().min(0).max(1),
  /** True when `novelty` is beyond what known questions show. */
  novel: z.boolean(),
  /** May be sent without a person, as far as the predictor can tell. */
  automatic: z.boolean(),
  /** Why not, empty when automatic. */
  held: z.array(z.enum(HOLD_REASONS)),
  parts: PredictionParts,
});
export type Prediction = z.output<typeof Prediction>;

/** Everything that a person, a customer or the clock can tell of an answer: rows of the ledger. */
export const SIGNAL_KINDS = [
  "approved",
  "edited",
  "rejected",
  "taken_over",
  "answered",
  "relabelled",
  "reopened",
  "quiet",
  "confirmed",
  "csat",
  "escalated",
  "article",
  "answer",
  "undone",
  "rolled_back",
  "erased",
] as const;
export const SignalKind = z.enum(SIGNAL_KINDS);
export type SignalKind = z.infer<typeof SignalKind>;

/** Kinds that tell how things are now, rather than what was learned: no roll-back takes them back. */
export const FACT_KINDS: readonly SignalKind[] = ["article", "answer", "undone", "rolled_back"];
/** Kinds after which what was learned has to be built again from the ledger. */
export const REBUILD_KINDS: readonly SignalKind[] = ["undone", "rolled_back", "erased"];

/** Changes when the same signals would give other predictions: snapshots of others are not read. */
export const ENGINE_VERSION = 3;
/** Note of a configuration's row that is about the program itself, and nothing that somebody tries. */
export const NEW_CODE = "A new version of the program";

export const CONFIG_STATES = ["shadow", "current", "retired", "refused"] as const;
export const ConfigState = z.enum(CONFIG_STATES);
export type ConfigState = z.infer<typeof ConfigState>;

/** How an engine is set. The same settings, seed and signals give the same predictions. */
export const EngineSettings = z.object({
  /** Of the first weights and of everything drawn at random. */
  seed: z.number().int().min(0).default(1),
  /** Share of the right automatic answers that the novelty gate may hold back: more is safer. */
  caution: z.number().min(0.005).max(0.5).default(0.05),
});
export type EngineSettings = z.output<typeof EngineSettings>;

/** What one correction changed for the tickets that were open. */
export const SignalEffect = z.object({
  /** Open tickets that would now be answered differently, and those that were looked at. */
  changed: z.number().int().min(0),
  of: z.number().int().min(0),
  /** Numbers of some of the changed ones. */
  tickets: z.array(z.number().int()),
  /** Told together with a later correction: its number in the ledger. */
  toldWith: z.number().int().optional(),
});
export type SignalEffect = z.infer<typeof SignalEffect>;

/** How a version stands; shares in 0..1. */
export const VersionFigures = z.object({
  /** Tickets with a known outcome. */
  outcomes: z.number().int(),
  /** Share of the latest questions whose first answer was the right one. */
  expected: z.number(),
  /** Corrected tickets that it must not get wrong again, and those that it gets right. */
  cases: z.number().int(),
  solved: z.number().int(),
  /** The oldest of those, by its number in the ledger, and the signals that it still gets wrong. */
  since: z.number().int().optional(),
  missed: z.array(z.string()).optional(),
  /** Of the same cases, those that the configuration solved which this one was to replace. */
  solvedByCurrent: z.number().int().optional(),
});
export type VersionFigures = z.infer<typeof VersionFigures>;

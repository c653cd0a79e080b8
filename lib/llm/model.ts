import { z } from "zod";

/** How a provider is spoken to. `openai_compatible`: any base URL, also Ollama, vLLM, LM Studio. */
export const PROVIDER_KINDS = ["openai_compatible", "openai", "anthropic", "google"] as const;
export const ProviderKind = z.enum(PROVIDER_KINDS);
export type ProviderKind = z.infer<typeof ProviderKind>;

/** `shadow`: it drafts beside the desk's own core, and nobody is answered with it. */
export const PROVIDER_MODES = ["off", "shadow", "on"] as const;
export const ProviderMode = z.enum(PROVIDER_MODES);
export type ProviderMode = z.infer<typeof ProviderMode>;

/** What a model is asked for. */
export const PURPOSES = [
  "draft",
  "agree",
  "summary",
  "classify",
  "rewrite",
  "copilot",
  "test",
  "eval",
] as const;
export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;

/** Why there is no answer of a model. */
export const LLM_FAULTS = [
  "off",
  "timeout",
  "rate_limited",
  "unavailable",
  "unreachable",
  "cut_off",
  "bad_output",
  "refused",
  "empty",
  "too_long",
  "unauthorised",
  "unknown_model",
  "over_budget",
  "circuit_open",
  "stopped",
] as const;
export const LlmFault = z.enum(LLM_FAULTS);
export type LlmFault = z.infer<typeof LlmFault>;

/** What an admin allows a model to cost and to do; a limit of 0 allows nothing. */
export const LlmLimits = z.object({
  /** Of all calls of a UTC day, in millionths of the currency of the prices. */
  dayMicros: z.number().int().min(0).max(1_000_000_000_000).default(20_000_000),
  /** Tokens in and out, of all calls about one ticket. */
  ticketTokens: z.number().int().min(0).max(10_000_000).default(200_000),
  /** Drafts that tickets of one customer may ask for in a UTC day. */
  customerDayDrafts: z.number().int().min(0).max(10_000).default(30),
  /** Rounds of tool calls within one draft. */
  toolRounds: z.number().int().min(0).max(10).default(3),
});
export type LlmLimits = z.output<typeof LlmLimits>;

const trimmed = (most: number) => z.string().trim().max(most);

export const ProviderInput = z
  .object({
    /** Left out: a new provider. */
    providerId: z.uuid().optional(),
    name: trimmed(80).min(1, "is missing"),
    kind: ProviderKind,
    /** Needed for `openai_compatible`; elsewhere the vendor's own when null. */
    baseUrl: z
      .url({ protocol: /^https?$/, message: "must begin with http:// or https://" })
      .nullable(),
    model: trimmed(200).min(1, "is missing"),
    /** Left out: the key stays. Empty: there is none. */
    apiKey: trimmed(500).optional(),
    mode: ProviderMode,
    /** Personal data is replaced by placeholders before it leaves, and put back after. */
    hidePersonal: z.boolean(),
    /** Further samples of a draft, to see whether the model agrees with itself. */
    samples: z.number().int().min(0).max(4),
    timeoutSeconds: z.number().int().min(5).max(300),
    /** Of the context window, tokens. */
    contextTokens: z.number().int().min(1000).max(2_000_000),
    /** Millionths of the currency for a million tokens. */
    inputMicros: z.number().int().min(0).max(1_000_000_000),
    outputMicros: z.number().int().min(0).max(1_000_000_000),
    limits: LlmLimits,
  })
  .superRefine((input, issues) => {
    if (input.kind === "openai_compatible" && !input.baseUrl) {
      issues.addIssue({ code: "custom", path: ["baseUrl"], message: "is missing" });
    }
  });
export type ProviderInput = z.input<typeof ProviderInput>;

export const ProviderRef = z.object({ providerId: z.uuid() });
export type ProviderRef = z.infer<typeof ProviderRef>;

/** A provider as a screen may see it: never its key. */
export const ProviderView = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: ProviderKind,
  baseUrl: z.string().nullable(),
  model: z.string(),
  hasKey: z.boolean(),
  mode: ProviderMode,
  hidePersonal: z.boolean(),
  samples: z.number(),
  timeoutSeconds: z.number(),
  contextTokens: z.number(),
  inputMicros: z.number(),
  outputMicros: z.number(),
  limits: LlmLimits,
  /** Null: nothing is wrong. Else why it is not asked at present, in plain words. */
  resting: z.string().nullable(),
  updatedAt: z.iso.datetime(),
});
export type ProviderView = z.infer<typeof ProviderView>;

/** What a "test connection" found. */
export const ProviderTest = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), model: z.string(), latencyMs: z.number() }),
  z.object({ ok: z.literal(false), fault: LlmFault, words: z.string() }),
]);
export type ProviderTest = z.infer<typeof ProviderTest>;

/** What one request to a model has cost; several tries count as one. */
export const CallFacts = z.object({
  callId: z.uuid(),
  providerId: z.uuid(),
  model: z.string(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  costMicros: z.number(),
  latencyMs: z.number(),
  tries: z.number(),
});
export type CallFacts = z.infer<typeof CallFacts>;

/** What a placeholder for personal data may stand for. `TEXT`: it only looked like a placeholder. */
export const PLACEHOLDER_KINDS = [
  "NAME",
  "EMAIL",
  "PHONE",
  "IBAN",
  "CARD",
  "NUMBER",
  "OTHER",
  "TEXT",
] as const;
export type PlaceholderKind = (typeof PLACEHOLDER_KINDS)[number];

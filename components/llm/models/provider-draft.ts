import { toNumber } from "@/components/settings/numbers";
import {
  LlmLimits,
  type ProviderInput,
  type ProviderKind,
  type ProviderMode,
  type ProviderView,
} from "@/lib/llm/model";

/** Prices and budgets are typed in the currency; the desk keeps millionths. */
const MICROS = 1_000_000;

/** A provider as it is typed: numbers are text until they are saved. */
export type ProviderDraft = {
  name: string;
  kind: ProviderKind;
  baseUrl: string;
  model: string;
  apiKey: string;
  /** The stored key is taken away. */
  dropKey: boolean;
  mode: ProviderMode;
  hidePersonal: boolean;
  samples: string;
  timeoutSeconds: string;
  contextTokens: string;
  inputPrice: string;
  outputPrice: string;
  dayBudget: string;
  ticketTokens: string;
  customerDayDrafts: string;
  toolRounds: string;
};

const amount = (micros: number): string => String(micros / MICROS);

/** Starts in the shadow: nobody is answered with what nobody has seen. */
export function newDraft(): ProviderDraft {
  const limits = LlmLimits.parse({});
  return {
    name: "",
    kind: "openai_compatible",
    baseUrl: "",
    model: "",
    apiKey: "",
    dropKey: false,
    mode: "shadow",
    hidePersonal: true,
    samples: "1",
    timeoutSeconds: "60",
    contextTokens: "32000",
    inputPrice: "0",
    outputPrice: "0",
    ...limitTexts(limits),
  };
}

const limitTexts = (limits: LlmLimits) => ({
  dayBudget: amount(limits.dayMicros),
  ticketTokens: String(limits.ticketTokens),
  customerDayDrafts: String(limits.customerDayDrafts),
  toolRounds: String(limits.toolRounds),
});

export const draftOf = (provider: ProviderView): ProviderDraft => ({
  name: provider.name,
  kind: provider.kind,
  baseUrl: provider.baseUrl ?? "",
  model: provider.model,
  apiKey: "",
  dropKey: false,
  mode: provider.mode,
  hidePersonal: provider.hidePersonal,
  samples: String(provider.samples),
  timeoutSeconds: String(provider.timeoutSeconds),
  contextTokens: String(provider.contextTokens),
  inputPrice: amount(provider.inputMicros),
  outputPrice: amount(provider.outputMicros),
  ...limitTexts(provider.limits),
});

const micros = (text: string): number => Math.round(toNumber(text) * MICROS);

/** As the desk takes it. What is no number becomes NaN, and is refused at its field. */
export function inputOf(draft: ProviderDraft, providerId: string | undefined): ProviderInput {
  return {
    ...(providerId && { providerId }),
    name: draft.name,
    kind: draft.kind,
    baseUrl: draft.baseUrl.trim() || null,
    model: draft.model,
    ...(draft.dropKey ? { apiKey: "" } : draft.apiKey.trim() && { apiKey: draft.apiKey }),
    mode: draft.mode,
    hidePersonal: draft.hidePersonal,
    samples: toNumber(draft.samples),
    timeoutSeconds: toNumber(draft.timeoutSeconds),
    contextTokens: toNumber(draft.contextTokens),
    inputMicros: micros(draft.inputPrice),
    outputMicros: micros(draft.outputPrice),
    limits: {
      dayMicros: micros(draft.dayBudget),
      ticketTokens: toNumber(draft.ticketTokens),
      customerDayDrafts: toNumber(draft.customerDayDrafts),
      toolRounds: toNumber(draft.toolRounds),
    },
  };
}

/** The field of the form that a complaint of the desk is about. */
export const FIELD_OF: Record<string, keyof ProviderDraft> = {
  name: "name",
  kind: "kind",
  baseUrl: "baseUrl",
  model: "model",
  apiKey: "apiKey",
  mode: "mode",
  samples: "samples",
  timeoutSeconds: "timeoutSeconds",
  contextTokens: "contextTokens",
  inputMicros: "inputPrice",
  outputMicros: "outputPrice",
  "limits.dayMicros": "dayBudget",
  "limits.ticketTokens": "ticketTokens",
  "limits.customerDayDrafts": "customerDayDrafts",
  "limits.toolRounds": "toolRounds",
};

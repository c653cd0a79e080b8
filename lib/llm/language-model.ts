import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogle } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { extractJsonMiddleware, type LanguageModel, wrapLanguageModel } from "ai";
import { bounded } from "./body-limit";
import type { ProviderKind } from "./model";

export type Reachable = {
  kind: ProviderKind;
  /** Null: the vendor's own. */
  baseUrl: string | null;
  model: string;
  /** Plain; null: none is needed. */
  key: string | null;
};

/** `schema`: the server takes a JSON Schema; `plain`: it is asked for JSON in words. */
export type Style = "schema" | "plain";

// Its warnings go to the console past our log; that a server takes no schema is nothing to warn of.
globalThis.AI_SDK_LOG_WARNINGS = false;

/** Named here, or the SDK would take them from the process's environment. */
const VENDOR_URL = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
} as const;

/** A redirect could lead the key and the customer's text to somebody else: it is an answer. */
const straight: typeof fetch = async (input, init) =>
  bounded(await fetch(input, { ...init, redirect: "manual", cache: "no-store" }));

/** The model as the SDK speaks to it. The address is an admin's, so it may be a private one. */
export function languageModel(at: Reachable, style: Style): LanguageModel {
  const baseURL = at.baseUrl?.replace(/\/+$/, "");
  const shared = { apiKey: at.key ?? "", fetch: straight };
  switch (at.kind) {
    // Chat completions: the vendor's newer protocol keeps what it is sent, unless told otherwise.
    case "openai":
      return createOpenAI({ ...shared, baseURL: baseURL ?? VENDOR_URL.openai }).chat(at.model);
    case "anthropic":
      return createAnthropic({ ...shared, baseURL: baseURL ?? VENDOR_URL.anthropic })(at.model);
    case "google":
      return createGoogle({ ...shared, baseURL: baseURL ?? VENDOR_URL.google })(at.model);
    case "openai_compatible":
      return compatible(at, baseURL ?? "", style);
  }
}

function compatible(at: Reachable, baseURL: string, style: Style): LanguageModel {
  const provider = createOpenAICompatible({
    name: "provider",
    baseURL,
    ...(at.key && { apiKey: at.key }),
    fetch: straight,
    includeUsage: true,
    supportsStructuredOutputs: style === "schema",
    ...(style === "plain" && { transformRequestBody: withoutFormat }),
  });
  const model = provider(at.model);
  if (style === "schema") return model;
  return wrapLanguageModel({ model, middleware: extractJsonMiddleware() });
}

function withoutFormat({ response_format, ...body }: Record<string, unknown>) {
  return body;
}

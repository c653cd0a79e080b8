import type { ProviderKind } from "@/lib/llm/model";

/** Where models usually live, to begin from. `baseUrl` null: the vendor's own. */
type Preset = { name: string; kind: ProviderKind; baseUrl: string | null; needsKey: boolean };

export const PRESETS: readonly Preset[] = [
  {
    name: "Ollama",
    kind: "openai_compatible",
    baseUrl: "http://127.0.0.1:11434/v1",
    needsKey: false,
  },
  { name: "vLLM", kind: "openai_compatible", baseUrl: "http://127.0.0.1:8000/v1", needsKey: false },
  {
    name: "LM Studio",
    kind: "openai_compatible",
    baseUrl: "http://127.0.0.1:1234/v1",
    needsKey: false,
  },
  { name: "OpenAI", kind: "openai", baseUrl: null, needsKey: true },
  { name: "Anthropic", kind: "anthropic", baseUrl: null, needsKey: true },
  { name: "Google", kind: "google", baseUrl: null, needsKey: true },
];

/** How each kind is called. */
export const KIND_NAMES: Record<ProviderKind, string> = {
  openai_compatible: "OpenAI-compatible",
  openai: "OpenAI",
  anthropic: "Anthropic",
  google: "Google",
};

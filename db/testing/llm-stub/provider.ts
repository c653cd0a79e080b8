import { saveProvider } from "@/lib/llm";
import type { ProviderInput } from "@/lib/llm/model";
import type { Context } from "@/lib/platform/context";
import type { LlmStub } from "./index";

/** Makes the stub a provider of the desk, switched on unless told otherwise. @returns its id */
export async function useStub(
  ctx: Context,
  stub: Pick<LlmStub, "url">,
  input: Partial<ProviderInput> = {},
): Promise<string> {
  const { providerId } = await saveProvider(
    { ...ctx, actor: { type: "system", name: "test" } },
    {
      ...{ name: "Stub", kind: "openai_compatible", baseUrl: stub.url, model: "stub-1" },
      ...{ mode: "on", hidePersonal: true, samples: 0, timeoutSeconds: 5, contextTokens: 32_000 },
      ...{ inputMicros: 1_000_000, outputMicros: 2_000_000, limits: {} },
      ...input,
    },
  );
  return providerId;
}

import { eq, isNull } from "drizzle-orm";
import { llmProviders } from "@/db/schema/llm";
import { saveProvider } from "@/lib/llm";
import type { ProviderInput } from "@/lib/llm/model";
import { unseal } from "@/lib/platform/secrets";
import type { EvalDesk } from "./desk";

/** Enough that no limit of a desk ends a measurement; what it costs is in the figures. */
const PLENTY = { dayMicros: 1e12, ticketTokens: 1e7, customerDayDrafts: 10_000, toolRounds: 0 };

/** A provider of a desk with its key in the clear: kept in memory only. */
export type Engine = Omit<ProviderInput, "providerId">;

/** @throws {Error} naming those that there are, when one is missing */
export async function enginesOf({ tools }: EvalDesk, names: readonly string[]): Promise<Engine[]> {
  const rows = await tools.db.select().from(llmProviders).where(isNull(llmProviders.archivedAt));
  return names.map((name) => {
    const row = rows.find((one) => one.name === name);
    if (!row) {
      const known = rows.map((one) => one.name).join(", ") || "none";
      throw new Error(`There is no provider “${name}”. There are: ${known}.`);
    }
    const { kind, baseUrl, model, hidePersonal, samples, timeoutSeconds, contextTokens } = row;
    const { inputMicros, outputMicros, apiKey } = row;
    return {
      ...{ name, kind, baseUrl, model, mode: "off", limits: PLENTY, inputMicros, outputMicros },
      ...{ hidePersonal, samples, timeoutSeconds, contextTokens },
      ...(apiKey && { apiKey: unseal(tools.env.NEXTAUTH_SECRET, apiKey) }),
    };
  });
}

/** The stub that repeats passages, as a provider. */
export const stubEngine = (baseUrl: string): Engine => ({
  ...{ name: "stub", kind: "openai_compatible", baseUrl, model: "stub", mode: "off" },
  ...{ hidePersonal: true, samples: 0, timeoutSeconds: 30, contextTokens: 32_000 },
  ...{ inputMicros: 0, outputMicros: 0, limits: PLENTY },
});

/** Switches one engine on and all others off; null: the desk's own core alone. */
export async function switchTo({ tools }: EvalDesk, engine: Engine | null): Promise<void> {
  await tools.db.update(llmProviders).set({ mode: "off" });
  if (!engine) return;
  const name = `eval: ${engine.name}`.slice(0, 80);
  const [before] = await tools.db.select().from(llmProviders).where(eq(llmProviders.name, name));
  const ctx = { ...tools, actor: { type: "system" as const, name: "eval" } };
  await saveProvider(ctx, {
    ...{ ...engine, name, mode: "on" },
    ...(before && { providerId: before.id }),
  });
}

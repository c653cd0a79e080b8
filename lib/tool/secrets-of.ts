import type { Context } from "../platform/context";
import { openHeaders, secretsIn } from "./headers";
import { keysIn } from "./keys";
import { toolsInUse } from "./store";

/** Secrets of all tools, for a guard that looks for them in what would leave. Never to be shown. */
export async function toolSecrets(ctx: Context): Promise<string[]> {
  const tools = await toolsInUse(ctx.db);
  return tools.flatMap(({ headers, url }) => [
    ...secretsIn(openHeaders(ctx, headers) ?? {}),
    ...keysIn(url), // of tools that are older than the rule against them
  ]);
}

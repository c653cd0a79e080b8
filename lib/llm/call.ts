import { dynamicTool, isStepCount, jsonSchema, type LanguageModel, Output, type ToolSet } from "ai";
import type { Context } from "../platform/context";
import { unseal } from "../platform/secrets";
import { type Mask, makeMask, NO_MASK } from "./hide";
import { languageModel, type Style } from "./language-model";
import type { Worst } from "./limits";
import type { ProviderRow } from "./provider-store";
import type { ModelRequest, ModelTool } from "./request";
import { tokensOf } from "./tokens";

/** Of an answer, where the request names no other number, tokens. */
const OUTPUT_TOKENS = 2000;
/** Of one tool's result, which the tools themselves cut, tokens. */
const RESULT_TOKENS = 1500;

/** One request, ready to be sent: what leaves has passed the mask. */
export type Call<T> = {
  provider: ProviderRow;
  request: ModelRequest<T>;
  /** Why it can't be sent without another key; null: it can. */
  keyFault: string | null;
  mask: Mask;
  instructions: string;
  prompt: string;
  maxOutputTokens: number;
  /** Model calls at most: rounds of tools, and the answer. */
  steps: number;
  modelIn: (style: Style) => LanguageModel;
};

type Secrets = Pick<Context, "env">;

const MASK_NOTE = `
Words like [EMAIL_1] or [NAME_2] stand for values that you need not know. Copy them exactly where the value belongs, and make up none.`;

export function prepareCall<T>(
  ctx: Secrets,
  provider: ProviderRow,
  request: ModelRequest<T>,
): Call<T> {
  const mask = provider.hidePersonal ? makeMask(request.personal) : NO_MASK;
  const tools = Object.keys(request.tools ?? {}).length > 0;
  const { key, keyFault } = keyOf(ctx, provider);
  return {
    ...{ provider, request, mask, keyFault },
    modelIn: (style) => languageModel({ ...provider, key }, style),
    instructions: request.instructions + (provider.hidePersonal ? MASK_NOTE : ""),
    prompt: mask.hide(request.prompt),
    // A small window must hold the question as well.
    maxOutputTokens: Math.min(
      request.maxOutputTokens ?? OUTPUT_TOKENS,
      Math.floor(provider.contextTokens / 2),
    ),
    steps: tools ? provider.limits.toolRounds + 1 : 1,
  };
}

const ENTER = "in the settings of models.";

function keyOf(
  ctx: Secrets,
  { apiKey, kind }: ProviderRow,
): { key: string | null; keyFault: string | null } {
  if (apiKey === null) {
    const needed = kind !== "openai_compatible";
    return {
      key: null,
      keyFault: needed ? `There is no key for this provider. Enter one ${ENTER}` : null,
    };
  }
  try {
    return { key: unseal(ctx.env.NEXTAUTH_SECRET, apiKey), keyFault: null };
  } catch {
    // Sealed with another secret: nobody can read it any more, and people must know.
    const keyFault = `The key can’t be read, as the desk’s own secret has changed. Enter it again ${ENTER}`;
    return { key: null, keyFault };
  }
}

/** What each step sends at least, tokens. */
export const inputOf = (call: Call<unknown>): number =>
  tokensOf(call.instructions) + tokensOf(call.prompt);

/** The most that it may use: each round of tools sends all that was said before it again. */
export function worstOf(call: Call<unknown>): Worst {
  const { steps, maxOutputTokens } = call;
  const again = (steps * (steps - 1)) / 2;
  return {
    inputTokens: steps * inputOf(call) + again * (RESULT_TOKENS + maxOutputTokens),
    outputTokens: steps * maxOutputTokens,
  };
}

/** True when the model could not read it whole; some servers would silently cut its beginning. */
export const isTooLong = (call: Call<unknown>): boolean =>
  inputOf(call) + call.maxOutputTokens > call.provider.contextTokens;

/** @param complaint what was wrong with the answer before; null: there was none */
export function optionsOf<T>(
  call: Call<T>,
  style: Style,
  complaint: string | null,
  signal: AbortSignal,
) {
  const { request, provider, steps } = call;
  const output = Output.object({ schema: request.schema, name: "answer" });
  return {
    model: call.modelIn(style),
    instructions: call.instructions,
    prompt: complaint ? `${call.prompt}\n\n${complaint}` : call.prompt,
    output,
    ...(steps > 1 && {
      tools: toolsOf(call),
      stopWhen: isStepCount(steps),
      prepareStep: ({ stepNumber }: { stepNumber: number }) =>
        stepNumber === steps - 1 ? answering(provider) : {},
    }),
    ...(request.temperature !== undefined && { temperature: request.temperature }),
    maxOutputTokens: call.maxOutputTokens,
    maxRetries: 0, // ours are bounded for all tries together
    abortSignal: signal,
  };
}

/**
 * The last step must be the answer. Anthropic refuses results of tools that are not named any more;
 * some compatible servers call whatever they are told of, so there nothing is named.
 */
const answering = ({ kind }: ProviderRow) =>
  kind === "anthropic" ? { toolChoice: "none" as const } : { activeTools: [] };

function toolsOf({ request, mask }: Call<unknown>): ToolSet {
  return Object.fromEntries(
    Object.entries(request.tools ?? {}).map(([name, tool]) => [name, sdkTool(tool, mask)]),
  );
}

/** Tools work with the true values of this request; the model gets and gives placeholders. */
function sdkTool(tool: ModelTool, mask: Mask) {
  return dynamicTool({
    description: tool.description,
    inputSchema: jsonSchema(tool.parameters),
    execute: async (given, { abortSignal }) =>
      mask.hide(await tool.run(mask.show(given), abortSignal ?? new AbortController().signal)),
  });
}

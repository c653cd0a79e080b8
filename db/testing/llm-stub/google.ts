import { z } from "zod";
import type { Control, StubFault } from "./control";
import { type Dialect, type Frames, must, pieces, type Refusal, type Said } from "./dialect";
import type { ChatMessage, ChatRequest, JsonSchema } from "./protocol";

/** As published: https://ai.google.dev/api/generate-content */
const Part = z.union([
  z.object({ text: z.string() }),
  z.object({
    functionCall: z.object({
      ...{ id: z.string().optional(), name: z.string() },
      args: z.record(z.string(), z.unknown()),
    }),
  }),
  z.object({
    functionResponse: z.object({
      ...{ id: z.string().optional(), name: z.string() },
      response: z.record(z.string(), z.unknown()),
    }),
  }),
]);
type Part = z.output<typeof Part>;
const Content = z.object({ role: z.enum(["user", "model"]), parts: z.array(Part).min(1) });
const Schema = z.custom<JsonSchema>((value) => typeof value === "object" && value !== null);
const Declared = z.object({
  ...{ name: z.string(), description: z.string().optional() },
  ...{ parameters: Schema.optional(), parametersJsonSchema: Schema.optional() },
});
const Asked = z.object({
  contents: z.array(Content).min(1),
  systemInstruction: z.object({ parts: z.array(z.object({ text: z.string() })) }).optional(),
  generationConfig: z
    .object({
      maxOutputTokens: z.number().int().min(1).optional(),
      temperature: z.number().min(0).max(2).optional(),
      responseMimeType: z.enum(["text/plain", "application/json"]).optional(),
      responseJsonSchema: Schema.optional(),
    })
    .default({}),
  tools: z.array(z.object({ functionDeclarations: z.array(Declared) })).optional(),
  toolConfig: z
    .object({
      functionCallingConfig: z.object({
        mode: z.enum(["AUTO", "NONE", "ANY", "VALIDATED"]),
        allowedFunctionNames: z.array(z.string()).optional(),
      }),
    })
    .optional(),
});

/** The function by which a client asks for JSON where it can't have functions and a schema at once. */
const ANSWER_FUNCTION = "json";
/** Models that take no schema beside functions. */
const OLD = /^gemini-[12]\b/;
const PATH = /\/models\/([^/:]+):(stream)?[gG]enerateContent$/;

function read(path: string, body: string): ChatRequest | null {
  const [matched, model = "", stream] = PATH.exec(path) ?? [];
  if (!matched) return null;
  const parsed = Asked.safeParse(JSON.parse(body));
  must(parsed.success, z.prettifyError(parsed.error ?? new z.ZodError([])));
  const { contents, systemInstruction, generationConfig, tools, toolConfig } = Asked.parse(
    parsed.data,
  );
  const declared = (tools ?? []).flatMap(({ functionDeclarations }) => functionDeclarations);
  const { mode, allowedFunctionNames } = toolConfig?.functionCallingConfig ?? {};
  must(
    declared.length === 0 || !OLD.test(model) || !generationConfig.responseMimeType,
    "Function calling with a response mime type: 'application/json' is unsupported",
  );
  const answerer = declared.find(({ name }) => name === ANSWER_FUNCTION);
  const schema =
    generationConfig.responseJsonSchema ?? answerer?.parametersJsonSchema ?? answerer?.parameters;
  const offered = declared.filter(
    ({ name }) =>
      name !== ANSWER_FUNCTION &&
      mode !== "NONE" &&
      (!allowedFunctionNames || allowedFunctionNames.includes(name)),
  );
  return {
    model,
    stream: stream !== undefined,
    messages: [
      ...(systemInstruction?.parts ?? []).map(({ text }) => ({
        ...{ role: "system" as const, content: text },
      })),
      ...contents.flatMap(({ role, parts }) => messagesOf(role, parts)),
    ],
    ...(offered.length > 0 && {
      tools: offered.map(({ name, parameters, parametersJsonSchema }) => ({
        function: { name, parameters: parametersJsonSchema ?? parameters ?? {} },
      })),
    }),
    ...(schema && { response_format: { type: "json_schema", json_schema: { schema } } }),
    ...(answerer && { answerTool: ANSWER_FUNCTION }),
  };
}

function messagesOf(role: "user" | "model", parts: readonly Part[]): ChatMessage[] {
  return parts.map((part): ChatMessage => {
    if ("text" in part) return { role: role === "model" ? "assistant" : role, content: part.text };
    if ("functionCall" in part) {
      const { name, args } = part.functionCall;
      const call = { id: name, function: { name, arguments: JSON.stringify(args) } };
      return { role: "assistant", content: null, tool_calls: [call] };
    }
    const { name, response } = part.functionResponse;
    // As a model reads it: the value, and not the JSON around it.
    const said = response.content ?? response.output ?? response;
    const content = typeof said === "string" ? said : JSON.stringify(said);
    return { role: "tool", tool_call_id: name, content };
  });
}

type Known = { code: number; status: string; message: string; details?: unknown[] };

/** https://ai.google.dev/gemini-api/docs/troubleshooting; a wrong key is told by its reason only. */
const STATUS: Partial<Record<StubFault, Known>> = {
  unavailable: { code: 500, status: "INTERNAL", message: "An internal error has occurred." },
  overloaded: { code: 503, status: "UNAVAILABLE", message: "The model is overloaded." },
  unauthorised: {
    ...{ code: 400, status: "INVALID_ARGUMENT" },
    message: "API key not valid. Please pass a valid API key.",
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        ...{ reason: "API_KEY_INVALID", domain: "googleapis.com" },
      },
    ],
  },
  unknown_model: {
    ...{ code: 404, status: "NOT_FOUND" },
    message: "models/nobody is not found for API version v1beta.",
  },
  too_long: {
    ...{ code: 400, status: "INVALID_ARGUMENT" },
    message:
      "The input token count (2000000) exceeds the maximum number of tokens allowed (1048576).",
  },
};

const SPENT = "Resource has been exhausted (e.g. check quota).";
const QUOTA = "You exceeded your current quota, please check your plan and billing details.";

/** The pause stands in the details, and no header names it. */
const limited = ({ retryAfter }: Control): Known => ({
  ...{ code: 429, status: "RESOURCE_EXHAUSTED", message: retryAfter === null ? SPENT : QUOTA },
  ...(retryAfter !== null && {
    details: [
      {
        "@type": "type.googleapis.com/google.rpc.QuotaFailure",
        violations: [{ quotaId: "GenerateRequestsPerMinutePerProjectPerModel" }],
      },
      { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: `${retryAfter}s` },
    ],
  }),
});

function refusal(fault: StubFault, control: Control): Refusal | null {
  const error = fault === "rate_limited" ? limited(control) : STATUS[fault];
  return error ? { status: error.code, body: { error } } : null;
}

const FINISH = {
  ...{ stop: "STOP", tools: "STOP", length: "MAX_TOKENS" },
  ...{ filtered: "SAFETY", refusal: "PROHIBITED_CONTENT" },
} as const;

const usageOf = ({ usage: { input, output } }: Said) => ({
  usageMetadata: {
    ...{ promptTokenCount: input, candidatesTokenCount: output, totalTokenCount: input + output },
  },
});

/** One object, since what is no JSON can't be what a function is called with. */
function callsOf(request: ChatRequest, { text, calls, finish }: Said): object[] {
  if (calls.length > 0) {
    return calls.map(({ name, arguments: args }) => ({ functionCall: { name, args } }));
  }
  if (!request.answerTool || finish !== "stop") return [];
  try {
    const args = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    return [{ functionCall: { name: ANSWER_FUNCTION, args } }];
  } catch {
    return [];
  }
}

const chunkOf = (request: ChatRequest, parts: readonly object[], more: object = {}) => ({
  candidates: [{ content: { role: "model", parts }, index: 0, ...more }],
  ...{ modelVersion: request.model, responseId: "stub" },
});

function whole(request: ChatRequest, said: Said) {
  const calls = callsOf(request, said);
  const words = said.finish === "refusal" || said.text === "" ? [] : [{ text: said.text }];
  const finishReason = FINISH[said.finish];
  return {
    ...chunkOf(request, calls.length > 0 ? calls : words, { finishReason }),
    ...usageOf(said),
  };
}

const frame = (value: unknown) => `data: ${JSON.stringify(value)}\r\n\r\n`;

function frames(request: ChatRequest, said: Said, { piece }: Control): Frames {
  const calls = callsOf(request, said);
  const words = said.finish === "refusal" ? [] : pieces(said.text, piece);
  const parts = calls.length > 0 ? calls : words.map((text) => ({ text }));
  const finishReason = FINISH[said.finish];
  return {
    head: [],
    middle: parts.map((part) => frame(chunkOf(request, [part]))),
    tail: [frame({ ...chunkOf(request, [{ text: "" }], { finishReason }), ...usageOf(said) })],
  };
}

/** `generateContent` and `streamGenerateContent` of Google. */
export const google: Dialect = {
  keyOf: ({ "x-goog-api-key": key }) => (typeof key === "string" ? key : null),
  read,
  refusal,
  invalid: (message) => ({
    status: 400,
    body: { error: { code: 400, status: "INVALID_ARGUMENT", message } },
  }),
  whole,
  frames,
  errorFrame: frame({ error: STATUS.overloaded }),
};

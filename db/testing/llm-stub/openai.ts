import type { Control, StubFault } from "./control";
import type { Dialect, Frames, Refusal, Said } from "./dialect";
import { pieces } from "./dialect";
import type { ChatRequest } from "./protocol";

/** Faults that are seen before anything is said. */
const STATUS: Partial<Record<StubFault, { status: number; code: string; message: string }>> = {
  rate_limited: { status: 429, code: "rate_limit_exceeded", message: "Too many requests." },
  unavailable: { status: 500, code: "server_error", message: "The server had an error." },
  overloaded: { status: 503, code: "overloaded", message: "The engine is overloaded." },
  unauthorised: { status: 401, code: "invalid_api_key", message: "Incorrect API key provided." },
  unknown_model: { status: 404, code: "model_not_found", message: "The model does not exist." },
  too_long: {
    ...{ status: 400, code: "context_length_exceeded" },
    message: "This model's maximum context length is 8192 tokens.",
  },
  no_schema: { status: 400, code: "bad", message: "response_format json_schema is not supported." },
};

const errorOf = (code: string, message: string) => ({
  error: { code, message, type: "invalid_request_error", param: null },
});

function refusal(fault: StubFault, { retryAfter }: Control): Refusal | null {
  const known = STATUS[fault];
  if (!known) return null;
  const waits = fault === "rate_limited" && retryAfter !== null;
  return {
    status: known.status,
    body: errorOf(known.code, known.message),
    ...(waits && { headers: { "retry-after": String(retryAfter) } }),
  };
}

const FINISH = {
  ...{ stop: "stop", tools: "tool_calls", length: "length" },
  ...{ filtered: "content_filter", refusal: "stop" },
} as const;

const head = (request: ChatRequest, object: string) => ({
  ...{ id: "chatcmpl-stub", object, created: 1_700_000_000, model: request.model },
});

function messageOf({ text, calls, finish }: Said) {
  if (finish === "refusal") return { content: null, refusal: text };
  if (calls.length === 0) return { content: text };
  const tool_calls = calls.map(({ id, name, arguments: given }) => ({
    ...{ id, type: "function" },
    function: { name, arguments: JSON.stringify(given) },
  }));
  return { content: null, tool_calls };
}

const usageOf = ({ usage: { input, output } }: Said) => ({
  ...{ prompt_tokens: input, completion_tokens: output, total_tokens: input + output },
});

function whole(request: ChatRequest, said: Said, usage: boolean) {
  const message = { role: "assistant", ...messageOf(said) };
  return {
    ...head(request, "chat.completion"),
    choices: [{ index: 0, message, finish_reason: FINISH[said.finish], logprobs: null }],
    ...(usage && { usage: usageOf(said) }),
  };
}

const frame = (value: unknown) => `data: ${JSON.stringify(value)}\n\n`;

function frames(request: ChatRequest, said: Said, { piece, usage }: Control): Frames {
  const first = head(request, "chat.completion.chunk");
  const chunk = (delta: object, finish: string | null = null) =>
    frame({ ...first, choices: [{ index: 0, delta, finish_reason: finish }] });
  return {
    head: [chunk({ role: "assistant", content: "" })],
    middle: deltasOf(said, piece).map((delta) => chunk(delta)),
    tail: [
      chunk({}, FINISH[said.finish]),
      ...(usage ? [frame({ ...first, choices: [], usage: usageOf(said) })] : []),
      "data: [DONE]\n\n",
    ],
  };
}

function deltasOf({ text, calls, finish }: Said, piece: number): object[] {
  if (finish === "refusal") return pieces(text, piece).map((refusal) => ({ refusal }));
  if (calls.length === 0) return pieces(text, piece).map((content) => ({ content }));
  return calls.flatMap(({ id, name, arguments: given }, index) => [
    { tool_calls: [{ index, id, type: "function", function: { name, arguments: "" } }] },
    ...pieces(JSON.stringify(given), piece).map((part) => ({
      tool_calls: [{ index, function: { arguments: part } }],
    })),
  ]);
}

/** Chat completions of OpenAI, and of all that are compatible with them. */
export const openai: Dialect = {
  keyOf: ({ authorization }) => /^Bearer (.*)$/.exec(authorization ?? "")?.[1] ?? null,
  read: (path, body) =>
    path.endsWith("/chat/completions") ? (JSON.parse(body) as ChatRequest) : null, // the SDK wrote it
  refusal,
  invalid: (message) => ({ status: 400, body: errorOf("invalid_request", message) }),
  whole,
  frames,
  errorFrame: frame({
    error: { type: "server_error", code: null, message: "The server had an error.", param: null },
  }),
};

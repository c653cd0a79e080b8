import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import type { Control, StubFault } from "./control";
import {
  type Dialect,
  type Frames,
  must,
  pieces,
  type Refusal,
  random,
  type Said,
} from "./dialect";
import type { ChatMessage, ChatRequest, JsonSchema } from "./protocol";

/** As published: https://platform.claude.com/docs/api/messages, …/build-with-claude/streaming */
const Block = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().min(1) }),
  z.object({
    ...{ type: z.literal("tool_use"), id: z.string(), name: z.string() },
    input: z.record(z.string(), z.unknown()),
  }),
  z.object({
    ...{ type: z.literal("tool_result"), tool_use_id: z.string() },
    content: z.union([z.string(), z.array(z.object({ type: z.string(), text: z.string() }))]),
  }),
]);
type Block = z.output<typeof Block>;
const Turn = z.object({ role: z.enum(["user", "assistant"]), content: z.array(Block).min(1) });
type Turn = z.output<typeof Turn>;
const Schema = z.custom<JsonSchema>((value) => typeof value === "object" && value !== null);
const Asked = z.object({
  model: z.string(),
  max_tokens: z.number().int().min(1),
  system: z.array(z.object({ type: z.literal("text"), text: z.string() })).optional(),
  messages: z.array(Turn).min(1),
  temperature: z.number().min(0).max(1).optional(),
  stream: z.boolean().optional(),
  tools: z
    .array(
      z.object({
        ...{ name: z.string(), description: z.string().optional(), input_schema: Schema },
      }),
    )
    .optional(),
  tool_choice: z
    .object({ type: z.enum(["auto", "any", "tool", "none"]) })
    .loose()
    .optional(),
  output_config: z
    .object({ format: z.object({ type: z.literal("json_schema"), schema: Schema }) })
    .optional(),
});
type Asked = z.output<typeof Asked>;

/** The tool by which a client asks for JSON where a model has no structured output. */
const ANSWER_TOOL = "json";

function read(path: string, body: string, headers: IncomingHttpHeaders): ChatRequest | null {
  if (!path.endsWith("/messages")) return null;
  must(headers["anthropic-version"] === "2023-06-01", "anthropic-version: header is required");
  const parsed = Asked.safeParse(JSON.parse(body));
  must(parsed.success, z.prettifyError(parsed.error ?? new z.ZodError([])));
  const asked = Asked.parse(parsed.data);
  refuseBroken(asked);
  const { model, stream, system = [], messages, tools = [], tool_choice: choice } = asked;
  const answerTool = tools.find(({ name }) => name === ANSWER_TOOL);
  const schema = asked.output_config?.format.schema ?? answerTool?.input_schema;
  const offered = choice?.type === "none" ? [] : tools.filter((tool) => tool !== answerTool);
  return {
    model,
    ...(stream !== undefined && { stream }),
    messages: [
      ...system.map(({ text }) => ({ role: "system" as const, content: text })),
      ...messages.flatMap(messagesOf),
    ],
    ...(offered.length > 0 && {
      tools: offered.map(({ name, input_schema: parameters }) => ({
        function: { name, parameters },
      })),
    }),
    ...(schema && { response_format: { type: "json_schema", json_schema: { schema } } }),
    ...(answerTool && !asked.output_config && { answerTool: ANSWER_TOOL }),
    max_tokens: asked.max_tokens,
  };
}

/** What the vendor refuses although each part of it is well formed. */
function refuseBroken({ messages, tools = [], output_config }: Asked): void {
  must(messages[0]?.role === "user", "messages: first message must use the user role");
  for (const [at, { role, content }] of messages.entries()) {
    must(role !== messages[at - 1]?.role, "messages: roles must alternate");
    const asked = content.flatMap((block) => (block.type === "tool_use" ? [block.id] : []));
    const told = new Set(
      (messages[at + 1]?.content ?? []).flatMap((block) =>
        block.type === "tool_result" ? [block.tool_use_id] : [],
      ),
    );
    must(
      asked.every((id) => told.has(id)),
      "`tool_use` ids were found without `tool_result` blocks immediately after",
    );
    must(
      tools.length > 0 || content.every(({ type }) => type === "text"),
      "Requests which include `tool_use` or `tool_result` blocks must define tools.",
    );
  }
  const schema = output_config?.format.schema;
  must(
    !schema || isClosed(schema),
    "output_config.format.schema: 'additionalProperties' must be false",
  );
}

const isClosed = (schema: JsonSchema & { additionalProperties?: unknown }): boolean =>
  (schema.type !== "object" || schema.additionalProperties === false) &&
  [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])].every(
    isClosed,
  );

function messagesOf({ role, content }: Turn): ChatMessage[] {
  const text = content.flatMap((block) => (block.type === "text" ? [block.text] : [])).join("\n");
  const tool_calls = content.flatMap((block) =>
    block.type === "tool_use"
      ? [{ id: block.id, function: { name: block.name, arguments: JSON.stringify(block.input) } }]
      : [],
  );
  return [
    ...content.flatMap(resultOf),
    ...(text || tool_calls.length > 0
      ? [{ role, content: text, ...(tool_calls.length > 0 && { tool_calls }) }]
      : []),
  ];
}

function resultOf(block: Block): ChatMessage[] {
  if (block.type !== "tool_result") return [];
  const { tool_use_id: tool_call_id, content } = block;
  const text = typeof content === "string" ? content : content.map((part) => part.text).join("\n");
  return [{ role: "tool", content: text, tool_call_id }];
}

/** https://platform.claude.com/docs/api/errors */
const STATUS: Partial<Record<StubFault, { status: number; type: string; message: string }>> = {
  rate_limited: {
    status: 429,
    type: "rate_limit_error",
    message: "This request would exceed your rate limit.",
  },
  unavailable: { status: 500, type: "api_error", message: "Internal server error" },
  overloaded: { status: 529, type: "overloaded_error", message: "Overloaded" },
  unauthorised: { status: 401, type: "authentication_error", message: "invalid x-api-key" },
  unknown_model: { status: 404, type: "not_found_error", message: "model: claude-nobody" },
  too_long: {
    ...{ status: 400, type: "invalid_request_error" },
    message: "prompt is too long: 208310 tokens > 200000 maximum",
  },
};

const errorOf = (type: string, message: string) => ({
  ...{ type: "error", error: { type, message }, request_id: "req_stub" },
});

function refusal(fault: StubFault, { retryAfter }: Control): Refusal | null {
  const known = STATUS[fault];
  if (!known) return null;
  const waits = fault === "rate_limited" && retryAfter !== null;
  return {
    status: known.status,
    body: errorOf(known.type, known.message),
    ...(waits && { headers: { "retry-after": String(retryAfter) } }),
  };
}

const STOP = {
  ...{ stop: "end_turn", tools: "tool_use", length: "max_tokens" },
  ...{ filtered: "refusal", refusal: "refusal" },
} as const;

type Written = { text: string } | { id: string; name: string; input: Record<string, unknown> };

/** The blocks of the answer. What is no JSON can't be the input of a tool: it is said in words. */
function blocksOf(request: ChatRequest, { text, calls, finish }: Said): Written[] {
  if (calls.length > 0) {
    return calls.map(({ id, name, arguments: input }) => ({ id: `toolu_${id}`, name, input }));
  }
  const input = request.answerTool && finish === "stop" ? objectIn(text) : null;
  if (input) return [{ id: `toolu_${random()}`, name: ANSWER_TOOL, input }];
  return finish === "refusal" || text === "" ? [] : [{ text }];
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    return null;
  }
}

const stopOf = (blocks: readonly Written[], { finish }: Said) =>
  blocks.some((block) => "name" in block) ? "tool_use" : STOP[finish];

const headOf = ({ model }: ChatRequest) => ({
  ...{ id: `msg_${random()}`, type: "message", role: "assistant", model },
});

function whole(request: ChatRequest, said: Said) {
  const blocks = blocksOf(request, said);
  const content = blocks.map((block) => ({
    type: "text" in block ? "text" : "tool_use",
    ...block,
  }));
  const usage = { input_tokens: said.usage.input, output_tokens: said.usage.output };
  const stop = { stop_reason: stopOf(blocks, said), stop_sequence: null };
  return { ...headOf(request), content, ...stop, usage };
}

const frame = (value: { type: string }) =>
  `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`;

function frames(request: ChatRequest, said: Said, { piece }: Control): Frames {
  const { input, output } = said.usage;
  const blocks = blocksOf(request, said);
  const message = {
    ...{ ...headOf(request), content: [], stop_reason: null, stop_sequence: null },
    usage: { input_tokens: input, output_tokens: 1 },
  };
  return {
    head: [frame({ type: "message_start", ...{ message } }), frame({ type: "ping" })],
    middle: blocks.flatMap((block, index) => blockFrames(block, index, piece)),
    tail: [
      frame({
        type: "message_delta",
        ...{ delta: { stop_reason: stopOf(blocks, said), stop_sequence: null } },
        ...{ usage: { output_tokens: output } },
      }),
      frame({ type: "message_stop" }),
    ],
  };
}

function blockFrames(block: Written, index: number, piece: number): string[] {
  const start =
    "text" in block ? { type: "text", text: "" } : { type: "tool_use", ...block, input: {} };
  const deltas =
    "text" in block
      ? pieces(block.text, piece).map((text) => ({ type: "text_delta", text }))
      : pieces(JSON.stringify(block.input), piece).map((partial_json) => ({
          ...{ type: "input_json_delta", partial_json },
        }));
  return [
    frame({ type: "content_block_start", ...{ index, content_block: start } }),
    ...deltas.map((delta) => frame({ type: "content_block_delta", ...{ index, delta } })),
    frame({ type: "content_block_stop", ...{ index } }),
  ];
}

/** The messages of Anthropic. */
export const anthropic: Dialect = {
  keyOf: ({ "x-api-key": key }) => (typeof key === "string" ? key : null),
  read,
  refusal,
  invalid: (message) => ({ status: 400, body: errorOf("invalid_request_error", message) }),
  whole,
  frames,
  errorFrame: frame(errorOf("overloaded_error", "Overloaded")),
};

/** The part of OpenAI's chat completions that the stub reads; the other vendors' are put into it. */
export type ChatMessage = {
  role: "system" | "developer" | "user" | "assistant" | "tool";
  content: string | { type: string; text?: string }[] | null;
  tool_call_id?: string;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
};

export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  minimum?: number;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
};

export type ChatRequest = {
  model: string;
  messages: ChatMessage[];
  stream?: boolean;
  tools?: { function: { name: string; description?: string; parameters: JsonSchema } }[];
  response_format?: { type: string; json_schema?: { schema: JsonSchema } };
  max_tokens?: number;
  temperature?: number;
  /** The tool by which the client wants its answer, where it has no other way to ask for JSON. */
  answerTool?: string;
};

/** What the stub says: a value becomes JSON. */
export type StubAnswer =
  | { json: unknown }
  | { text: string }
  | { toolCalls: { name: string; arguments: Record<string, unknown> }[] };

/** Everything the request holds for the model to read, in one text. */
export const wordsOf = ({ messages }: ChatRequest): string =>
  messages.map(({ content }) => textOf(content)).join("\n\n");

export const textOf = (content: ChatMessage["content"]): string =>
  typeof content === "string" ? content : (content ?? []).map((part) => part.text ?? "").join("\n");

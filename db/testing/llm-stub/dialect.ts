import type { IncomingHttpHeaders } from "node:http";
import type { Control, StubFault } from "./control";
import type { ChatRequest, StubAnswer } from "./protocol";

/** What the model says, before any vendor's wire has it; some faults are in what is said. */
export type Said = {
  text: string;
  calls: { id: string; name: string; arguments: Record<string, unknown> }[];
  finish: "stop" | "tools" | "length" | "filtered" | "refusal";
  usage: { input: number; output: number };
};

/** A stream: what half of it is left out of when it breaks off is its middle. */
export type Frames = { head: string[]; middle: string[]; tail: string[] };

/** An answer that holds no words of a model. */
export type Refusal = { status: number; body: unknown; headers?: Record<string, string> };

/** How one vendor's wire looks. */
export type Dialect = {
  keyOf: (headers: IncomingHttpHeaders) => string | null;
  /**
   * The request in the form that all answers are made from; null: the path is none of its own.
   *
   * @throws {WireError} where the vendor would not take it
   */
  read: (path: string, body: string, headers: IncomingHttpHeaders) => ChatRequest | null;
  /** Null: the fault is not told by a status. */
  refusal: (fault: StubFault, control: Control) => Refusal | null;
  /** As the vendor says that a request breaks its rules. */
  invalid: (message: string) => Refusal;
  whole: (request: ChatRequest, said: Said, usage: boolean) => unknown;
  frames: (request: ChatRequest, said: Said, control: Control) => Frames;
  /** An error in the middle of a stream that began well. */
  errorFrame: string;
};

/** The request breaks a rule that the vendor has published. */
export class WireError extends Error {
  override name = "WireError";
}

/** @throws {WireError} unless it holds */
export function must(holds: boolean, message: string): void {
  if (!holds) throw new WireError(message);
}

export const pieces = (text: string, size: number): string[] =>
  text.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? [];

export const random = () => Math.random().toString(36).slice(2, 12);

export function saidBy(request: ChatRequest, answer: StubAnswer, fault: StubFault | null): Said {
  const { text, calls } = contentOf(answer, fault);
  // About four characters a token.
  const tokens = (value: unknown) => Math.ceil(JSON.stringify(value).length / 4);
  const usage = { input: tokens(request.messages), output: tokens([text, calls]) };
  return { text, calls, usage, finish: finishOf(fault, calls.length > 0) };
}

function finishOf(fault: StubFault | null, asksForTools: boolean): Said["finish"] {
  if (fault === "length" || fault === "filtered" || fault === "refusal") return fault;
  return asksForTools ? "tools" : "stop";
}

function contentOf(answer: StubAnswer, fault: StubFault | null): Pick<Said, "text" | "calls"> {
  if (fault === "refusal") return { text: "I can’t help with that.", calls: [] };
  if (fault === "empty" || fault === "filtered") return { text: "", calls: [] };
  if (fault === "wrong_shape") return { text: '{"something":"else"}', calls: [] };
  if ("toolCalls" in answer) {
    return {
      text: "",
      calls: answer.toolCalls.map((call) => ({ id: `call_${random()}`, ...call })),
    };
  }
  const text = "json" in answer ? JSON.stringify(answer.json) : answer.text;
  const wrong = `{"sentences": [{"text": "Well, ${text.length}`;
  if (fault === "invalid_json") return { text: wrong, calls: [] };
  return { text: fault === "length" ? text.slice(0, text.length / 2) : text, calls: [] };
}

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { anthropic } from "./anthropic";
import { type AnswerFunction, Control, faultFor, STANDARD } from "./control";
import { type Dialect, saidBy, WireError } from "./dialect";
import { goodAnswer } from "./good-answer";
import { google } from "./google";
import { obey } from "./obey";
import { openai } from "./openai";
import type { ChatRequest, StubAnswer } from "./protocol";
import { failed, json, writeStream, writeWhole } from "./write-answer";

export type { StubFault } from "./control";
export type { StubAnswer } from "./protocol";

/** What was asked: the text of the body as it came over the wire. */
type Seen = { path: string; key: string | null; body: string; chat: ChatRequest | null };

export type LlmStub = {
  /** Its base URL, as an admin would enter it. */
  url: string;
  port: number;
  /** Change it at any time. */
  control: Control;
  /** In place of `control.answer`, for tests in the same process. */
  answerWith: (answer: AnswerFunction | null) => void;
  /** Every request, oldest first. */
  seen: Seen[];
  /** As at first: well-behaved, nothing seen. */
  reset: () => void;
  close: () => Promise<void>;
};

type State = { control: Control; seen: Seen[]; answer: AnswerFunction | null };

/** A real HTTP server that speaks as OpenAI, Anthropic and Google do, and fails as it is told to. */
export async function startLlmStub(options: { port?: number } = {}): Promise<LlmStub> {
  const state: State = { control: structuredClone(STANDARD), seen: [], answer: null };
  const server = createServer((request, response) => {
    serve(state, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(JSON.stringify({ error: { message: `the stub failed: ${String(error)}` } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    ...{ url: `http://127.0.0.1:${port}/v1`, port, control: state.control, seen: state.seen },
    answerWith(answer) {
      state.answer = answer;
    },
    reset: () => reset(state),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function reset(state: State): void {
  Object.assign(state.control, structuredClone(STANDARD));
  state.seen.length = 0;
  state.answer = null;
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("utf8");
  const path = (request.url ?? "").split("?")[0] ?? "";
  if (path === "/control") return control(state, request.method ?? "", body, response);
  if (path === "/seen") return json(response, { status: 200, body: state.seen });
  const dialect = dialectOf(request);
  const key = dialect.keyOf(request.headers);
  const seen: Seen = { path, key, body, chat: null };
  state.seen.push(seen);
  try {
    seen.chat = dialect.read(path, body, request.headers);
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    return json(response, dialect.invalid(error.message));
  }
  if (state.control.key !== null && key !== state.control.key) {
    return void failed(response, dialect, "unauthorised", state.control);
  }
  if (path.endsWith("/models")) {
    return json(response, { status: 200, body: { object: "list", data: [{ id: "stub" }] } });
  }
  if (path.endsWith("/embeddings")) return embeddings(body, response);
  if (!seen.chat) {
    return json(response, { status: 404, body: { error: { message: "There is nothing here." } } });
  }
  await answered(state, dialect, seen.chat, response);
}

/** By the header that each vendor's own client sends its key in. */
function dialectOf({ headers }: IncomingMessage): Dialect {
  if (headers["x-goog-api-key"] !== undefined) return google;
  return headers["x-api-key"] !== undefined ? anthropic : openai;
}

/** POST: parts of it change. GET: what it is. DELETE: as at first. */
function control(state: State, method: string, body: string, response: ServerResponse): void {
  if (method === "DELETE") reset(state);
  if (method === "POST") Object.assign(state.control, Control.partial().parse(JSON.parse(body)));
  const told = { ...state.control, requests: state.seen.length };
  json(response, { status: 200, body: told });
}

async function answered(
  state: State,
  dialect: Dialect,
  request: ChatRequest,
  response: ServerResponse,
): Promise<void> {
  const { control } = state;
  const fault = faultFor(control);
  await wait(control.delayMs);
  const plain = request.response_format === undefined;
  const fits = fault === "no_schema" && plain;
  if (fault && !fits && failed(response, dialect, fault, control)) return;
  const said = saidBy(request, await answerOf(state, request), fault);
  const answer = { request, said, control, fault };
  if (request.stream) await writeStream(response, dialect, answer);
  else writeWhole(response, dialect, answer);
}

async function answerOf({ answer, control }: State, chat: ChatRequest): Promise<StubAnswer> {
  if (answer) return answer(chat);
  if (control.answer === "good") return goodAnswer(chat);
  if (control.answer === "obey") return obey(chat);
  return control.answer;
}

/** Numbers that depend on the words only. */
function embeddings(body: string, response: ServerResponse): void {
  const { input, model } = JSON.parse(body) as { input: string | string[]; model: string };
  const data = [input].flat().map((text, index) => ({
    ...{ object: "embedding", index },
    embedding: Array.from({ length: 8 }, (_, n) => Math.sin(text.length * (n + 1))),
  }));
  const usage = { prompt_tokens: 1, total_tokens: 1 };
  json(response, { status: 200, body: { object: "list", model, data, usage } });
}

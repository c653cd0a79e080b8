import type { z } from "zod";
import type { Context } from "./context";
import { AppError } from "./errors";
import { newId } from "./ids";
import { log } from "./log";
import { observe } from "./metrics";
import { parseInput } from "./parse";
import { problem } from "./problem";
import { refuseUnsafe } from "./safe-input";
import { contextFromSession } from "./session";

type Spec<Q extends z.ZodType, R extends z.ZodType> = {
  query: Q;
  /** Shapes the reply: fields it does not name never leave the server. */
  result: R;
  /** Name of the file that a browser keeps the answer as; null: it is no download. */
  file?: (query: z.output<Q>) => string | null;
  /** Path where it is found instead, as long as it is: told by a redirect that nobody may keep. */
  moved?: (ctx: Context, query: z.output<Q>) => Promise<string | null>;
};

/** Makes a JSON route for signed-in people: session, valid query, shaped result, mapped errors. */
export function jsonRoute<Q extends z.ZodType, R extends z.ZodType>(
  spec: Spec<Q, R>,
  read: (ctx: Context, query: z.output<Q>) => Promise<z.input<R>>,
) {
  const route = apiRoute(async (request, params) => {
    const search = Object.fromEntries(new URL(request.url).searchParams);
    const given = { ...search, ...params };
    refuseUnsafe(given);
    const ctx = await contextFromSession();
    const query = parseInput(spec.query, given);
    const headers = { "cache-control": "no-store" };
    const location = await spec.moved?.(ctx, query);
    if (location) return new Response(null, { status: 308, headers: { ...headers, location } });
    const file = spec.file?.(query);
    const result = await read(ctx, query);
    return Response.json(spec.result.parse(result), {
      headers: { ...headers, ...(file && { "content-disposition": attachment(file) }) },
    });
  });
  // For the test that tries every route as every role.
  return Object.assign(route, { read });
}

type Params = Record<string, string | string[]>;

/**
 * What every route of machines has in common: problem documents for what was thrown, a request id
 * in the log and in the answer, and its latency. The caller checks who asks.
 */
export function apiRoute<P extends Params>(
  answer: (request: Request, params: P) => Promise<Response>,
) {
  return async (request: Request, extra?: { params?: Promise<P> }): Promise<Response> => {
    const began = performance.now();
    const params = (await extra?.params) ?? ({} as P); // a route without parameters
    const path = new URL(request.url).pathname;
    const requestId = requestIdOf(request);
    const response = await answer(request, params).catch((error: unknown) =>
      problem(error, path, requestId),
    );
    const labels = {
      method: request.method,
      route: routeName(path, params),
      status: String(response.status),
    };
    const ms = Math.round(performance.now() - began);
    observe("http", labels, ms / 1000);
    // Reads are what open tabs do all day; they are told when somebody looks for them.
    const level = request.method === "GET" && response.status < 400 ? "debug" : "info";
    log[level]({ requestId, ...labels, status: response.status, ms }, "request");
    response.headers.set("x-request-id", requestId);
    return response;
  };
}

/** The caller's own id where it is a plain one, so that both logs can be joined. */
function requestIdOf(request: Request): string {
  const given = request.headers.get("x-request-id") ?? "";
  return /^[\w-]{8,64}$/.test(given) ? given : newId();
}

/** `/api/tickets/[id]`: ids would make a series of each, and tell who was looked at. */
function routeName(path: string, params: Params): string {
  const names = new Map<string, string>();
  for (const [name, value] of Object.entries(params)) {
    for (const part of [value].flat()) names.set(part, `[${name}]`);
  }
  return path
    .split("/")
    .map((part) => names.get(part) ?? names.get(decoded(part)) ?? part)
    .join("/");
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Only plain letters of a name stay: it is put into a header. */
const attachment = (file: string) => `attachment; filename="${file.replace(/[^\w.-]/g, "_")}"`;

/**
 * Reads a body and counts while reading, so that nothing larger is ever held.
 *
 * @param limit bytes
 * @throws `too_large` at the first byte over the limit
 */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new AppError("too_large", `The request is larger than ${limit} bytes.`);
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader?.cancel().catch(() => undefined);
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

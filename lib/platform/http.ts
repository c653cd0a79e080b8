import type { z } from "zod";
import type { Context } from "./context";
import { AppError, describeFailure, HTTP_STATUS } from "./errors";
import { log } from "./log";
import { parseInput } from "./parse";
import { contextFromSession } from "./session";

type Spec<Q extends z.ZodType, R extends z.ZodType> = {
  query: Q;
  /** Shapes the reply: fields it does not name never leave the server. */
  result: R;
};

/** Makes a JSON route for signed-in people: session, valid query, shaped result, mapped errors. */
export function jsonRoute<Q extends z.ZodType, R extends z.ZodType>(
  spec: Spec<Q, R>,
  read: (ctx: Context, query: z.output<Q>) => Promise<z.input<R>>,
) {
  return async (
    request: Request,
    extra?: { params?: Promise<Record<string, string>> },
  ): Promise<Response> => {
    try {
      const ctx = await contextFromSession();
      const search = Object.fromEntries(new URL(request.url).searchParams);
      const result = await read(
        ctx,
        parseInput(spec.query, { ...search, ...(await extra?.params) }),
      );
      return Response.json(spec.result.parse(result), { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return problem(error, new URL(request.url).pathname);
    }
  };
}

/** An RFC 9457 problem document for anything that was thrown. */
export function problem(error: unknown, instance?: string): Response {
  const failure = describeFailure(error);
  const status = failure.code === "internal" ? 500 : HTTP_STATUS[failure.code];
  if (failure.code === "internal") log.error({ err: error, path: instance }, "request failed");
  const errors = Object.entries(failure.fields ?? {}).map(([field, details]) => ({
    field,
    detail: details.join("; "),
  }));
  return Response.json(
    {
      type: `urn:deskhand:problem:${failure.code}`,
      title: failure.message,
      status,
      code: failure.code,
      detail: errors.length
        ? errors.map((e) => `${e.field}: ${e.detail}`).join(" · ")
        : failure.message,
      ...(errors.length && { errors }),
      ...(instance && { instance }),
    },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        "cache-control": "no-store",
        ...(failure.retryAfter !== undefined && { "retry-after": String(failure.retryAfter) }),
      },
    },
  );
}

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

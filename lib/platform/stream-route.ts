import type { z } from "zod";
import type { Context } from "./context";
import { AppError, describeFailure } from "./errors";
import { apiRoute, readBody } from "./http";
import { log } from "./log";
import { parseInput } from "./parse";
import { refuseUnsafe } from "./safe-input";
import { contextFromSession } from "./session";

/** Bytes of a question; texts have limits of their own. */
const MAX_BODY = 256 * 1024;
/** An empty line so often while nothing is said, so that no proxy takes the line for dead, ms. */
const WARM_MS = 10_000;

type Spec<Q extends z.ZodType, P extends z.ZodType> = {
  /** Of the body, JSON, and the path's parameters. */
  input: Q;
  /** Shapes each part: fields that it does not name never leave the server. */
  part: P;
};

/**
 * Makes a POST route for signed-in people that answers in parts, one JSON document a line. What is
 * refused before the first part is a problem document; what breaks after it is a last line
 * `{"problem":{…}}`. When the browser leaves, `signal` is aborted and the parts are given up.
 *
 * @param read checks the permission before it asks for anything
 */
export function streamRoute<Q extends z.ZodType, P extends z.ZodType>(
  spec: Spec<Q, P>,
  read: (
    ctx: Context,
    input: z.output<Q>,
    signal: AbortSignal,
  ) => Promise<AsyncIterable<z.input<P>>>,
) {
  const route = apiRoute(async (request, params) => {
    if (isFromElsewhere(request)) throw new AppError("forbidden", "Only the desk itself may ask.");
    const ctx = await contextFromSession();
    const given = { ...(await jsonOf(request)), ...params };
    refuseUnsafe(given);
    const input = parseInput(spec.input, given);
    const gone = new AbortController();
    const signal = AbortSignal.any([gone.signal, request.signal]);
    const parts = await read(ctx, input, signal);
    return new Response(
      linesOf(parts, spec.part, () => gone.abort()),
      {
        headers: {
          "content-type": "application/x-ndjson; charset=utf-8",
          "cache-control": "no-store, no-transform",
          "x-accel-buffering": "no",
        },
      },
    );
  });
  // For the test that tries every route as every role.
  return Object.assign(route, { read });
}

/** The session's cookie does not come along from elsewhere; browsers that say where they ask from are believed. */
const isFromElsewhere = (request: Request): boolean =>
  ["cross-site", "same-site"].includes(request.headers.get("sec-fetch-site") ?? "");

async function jsonOf(request: Request): Promise<object> {
  const text = new TextDecoder().decode(await readBody(request, MAX_BODY));
  try {
    const value: unknown = JSON.parse(text);
    if (value && typeof value === "object" && !Array.isArray(value)) return value;
  } catch {
    // Told below.
  }
  throw new AppError("malformed", "The body must be a JSON object.");
}

function linesOf<P extends z.ZodType>(
  parts: AsyncIterable<z.input<P>>,
  part: P,
  giveUp: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let open = true;
  return new ReadableStream({
    async start(controller) {
      const line = (text: string) => {
        if (open) controller.enqueue(encoder.encode(`${text}\n`));
      };
      const timer = setInterval(() => line(""), WARM_MS);
      try {
        for await (const one of parts) {
          if (!open) break; // gives the parts up, too
          line(JSON.stringify(part.parse(one)));
        }
      } catch (error) {
        const problem = describeFailure(error);
        if (open && problem.code === "internal") log.error({ err: error }, "stream failed");
        line(JSON.stringify({ problem }));
      } finally {
        clearInterval(timer);
        if (open) controller.close();
        open = false;
      }
    },
    cancel() {
      open = false; // a cancelled stream is closed already
      giveUp();
    },
  });
}

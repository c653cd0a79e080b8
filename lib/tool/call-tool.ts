import type { Context } from "../platform/context";
import { safeFetch } from "../platform/safe-fetch";
import { openHeaders, secretsIn } from "./headers";
import { keysIn } from "./keys";
import type { FilledRequest, ToolTrial } from "./model";
import type { Values } from "./parameters";
import type { Tool } from "./store";
import { type Filling, fill, TemplateError } from "./template";

/** Of an answer, characters that are kept and read. */
const KEPT = 4_000;

export type Called = ToolTrial & {
  /** It may have been carried out, although nobody has said so. */
  unknown: boolean;
};

type Call = {
  tool: Tool;
  values: Values;
  bound: Filling;
  /** Hosts that tools may call. */
  hosts: readonly string[];
  /** Said with the call, so that a repeated one is carried out once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** The request that a tool makes. @returns why there is none */
export function requestOf({
  tool,
  values,
  bound,
  hosts,
}: Pick<Call, "tool" | "values" | "bound" | "hosts">): FilledRequest | { wrong: string } {
  try {
    const request = fill(tool, values, bound);
    const { host } = new URL(request.url);
    return hosts.includes(host)
      ? request
      : { wrong: `${host} is not among the hosts that tools may call` };
  } catch (error) {
    return { wrong: wordsOf(error) };
  }
}

const wordsOf = (error: unknown): string =>
  error instanceof TemplateError ? error.message : "the request can't be made";

/**
 * Makes the call of a tool. Its headers are added here and nowhere else; what comes back is cut, and
 * secrets that the other side repeats are taken out. Never throws.
 */
export async function callTool(ctx: Context, call: Call): Promise<Called> {
  const begun = Date.now();
  const request = requestOf(call);
  const refused = (why: string): Called => ({
    request: "wrong" in request ? null : request,
    outcome: "refused",
    status: null,
    result: `Not called: ${why}.`,
    latencyMs: Date.now() - begun,
    unknown: false,
  });
  if ("wrong" in request) return refused(request.wrong);
  const secret = openHeaders(ctx, call.tool.headers);
  if (!secret) return refused("its headers can't be read any more, set them again");
  const answer = await safeFetch({
    url: request.url,
    method: request.method,
    headers: {
      accept: "application/json",
      "user-agent": "Deskhand",
      ...(request.body !== null && { "content-type": "application/json" }),
      ...secret,
      ...(call.idempotencyKey && { "idempotency-key": call.idempotencyKey }),
    },
    ...(request.body !== null && { body: request.body }),
    allowPrivate: ctx.env.WEBHOOK_ALLOW_PRIVATE,
    ...(call.signal && { signal: call.signal }),
  });
  const latencyMs = Date.now() - begun;
  switch (answer.kind) {
    case "refused":
      return refused("its address leads into a private network, which is not allowed");
    case "unreachable":
      return { ...failure(request, latencyMs), result: answer.error, unknown: true };
    case "answered": {
      const result = readable(answer.body, [...secretsIn(secret), ...keysIn(call.tool.url)]);
      const { status } = answer;
      if (status >= 200 && status < 300) {
        return { request, outcome: "answered", status, result, latencyMs, unknown: false };
      }
      const redirect = status >= 300 && status < 400 ? " Redirects are not followed." : "";
      const said = `It answered ${status}.${redirect} ${result}`.trim();
      return { ...failure(request, latencyMs), status, result: said };
    }
  }
}

const failure = (request: FilledRequest, latencyMs: number) => ({
  request,
  outcome: "failed" as const,
  status: null,
  latencyMs,
  unknown: false,
});

/** As a model and people may read it: cut, without controls, and without our own secrets. */
function readable(body: string, secrets: readonly string[]): string {
  // The database takes no NUL, and nobody reads the others.
  let text = body.replace(/[\p{Cc}\p{Cf}]+/gu, " ").toWellFormed();
  for (const secret of secrets) text = text.replaceAll(secret, "[removed]");
  return text.slice(0, KEPT).toWellFormed();
}

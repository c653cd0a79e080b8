import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, request } from "undici";
import { isPublicAddress } from "./public-address";

/** For the whole call, name resolution and answer included. */
const TIMEOUT_MS = 10_000;
/** Bytes of the answer that are read. */
const RESPONSE_LIMIT = 64_000;

export type SafeAnswer =
  | { kind: "answered"; status: number; body: string; retryAfter?: string }
  /** The address may not be called; nothing was. */
  | { kind: "refused"; error: "scheme" | "private" }
  /** No answer: name, connection or time. */
  | { kind: "unreachable"; error: string };

export type SafeCall = {
  url: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  headers: Record<string, string>;
  body?: string;
  /** Hosts that may be private, lower case. */
  allowPrivate: readonly string[];
  timeoutMs?: number;
  /** Ends the call before its time. */
  signal?: AbortSignal;
};

type Targets = [LookupAddress, ...LookupAddress[]];

/**
 * Calls a URL that somebody outside has chosen. The name is resolved once and the connection goes
 * to the very address that was checked; redirects are answers, never followed; proxies of the
 * environment are not used. Never throws, and no error holds a header.
 */
export async function safeFetch(call: SafeCall): Promise<SafeAnswer> {
  const timeout = AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS);
  const signal = call.signal ? AbortSignal.any([timeout, call.signal]) : timeout;
  const url = URL.canParse(call.url) ? new URL(call.url) : null;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return { kind: "refused", error: "scheme" };
  }
  try {
    signal.throwIfAborted();
    const targets = await Promise.race([resolve(url, call.allowPrivate), aborted(signal)]);
    if (!targets) return { kind: "refused", error: "private" };
    return await send(call, url, targets, signal);
  } catch (error) {
    return { kind: "unreachable", error: reason(error) };
  }
}

/** @returns null when any address of the host is private and the host is not allowed by name */
async function resolve(url: URL, allowPrivate: readonly string[]): Promise<Targets | null> {
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const [first, ...others] = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true });
  if (!first) throw new Error("The host has no address.");
  const found: Targets = [first, ...others];
  const allowed = allowPrivate.includes(host) || found.every((at) => isPublicAddress(at.address));
  return allowed ? found : null;
}

async function send(
  call: SafeCall,
  url: URL,
  targets: Targets,
  signal: AbortSignal,
): Promise<SafeAnswer> {
  const agent = new Agent({
    connect: {
      lookup: (_host, options, found) =>
        options.all ? found(null, targets) : found(null, targets[0].address, targets[0].family),
    },
  });
  try {
    const { statusCode, headers, body } = await request(url, {
      method: call.method,
      headers: call.headers,
      body: call.body ?? null,
      dispatcher: agent,
      signal,
    });
    const asked = headers["retry-after"];
    return {
      kind: "answered",
      status: statusCode,
      body: await beginning(body),
      ...(typeof asked === "string" && { retryAfter: asked }),
    };
  } finally {
    await agent.destroy();
  }
}

/** The status counts, even when the answer's text never ends. */
async function beginning(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > RESPONSE_LIMIT) break;
    }
  } catch {
    // cut off or too slow: what came is enough
  }
  return Buffer.concat(chunks).subarray(0, RESPONSE_LIMIT).toString("utf8");
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return "The call failed.";
  if (error.name === "TimeoutError") return "No answer in time.";
  if (error.name === "AbortError") return "The call was stopped.";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return `The address can't be reached (${code}).`;
}

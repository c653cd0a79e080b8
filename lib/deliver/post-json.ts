import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
import { Agent, request } from "undici";
import { isPublicAddress } from "./public-address";

/** For the whole call, name resolution and answer included. */
const TIMEOUT_MS = 10_000;
/** Bytes of the answer that are read. */
const RESPONSE_LIMIT = 64_000;
/** Characters of the answer that are kept. */
const KEPT = 1_000;

export type PostResult =
  | { kind: "answered"; status: number; body: string; retryAfter?: string }
  /** The address may not be called. */
  | { kind: "refused"; error: string }
  /** No answer: name, connection or time. */
  | { kind: "unreachable"; error: string };

type Post = {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Hosts that may be private, lower case. */
  allowPrivate: readonly string[];
  timeoutMs?: number;
};

type Targets = [LookupAddress, ...LookupAddress[]];

/**
 * Posts to a URL that somebody outside has chosen. The name is resolved once and the connection
 * goes to the very address that was checked; redirects are answers, never followed; proxies of the
 * environment are not used.
 */
export async function postJson(post: Post): Promise<PostResult> {
  const signal = AbortSignal.timeout(post.timeoutMs ?? TIMEOUT_MS);
  const url = URL.canParse(post.url) ? new URL(post.url) : null;
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    return { kind: "refused", error: "The reply URL is no http or https address." };
  }
  try {
    const targets = await Promise.race([resolve(url, post.allowPrivate), aborted(signal)]);
    return targets ? await send(post, url, targets, signal) : { kind: "refused", error: PRIVATE };
  } catch (error) {
    return { kind: "unreachable", error: reason(error) };
  }
}

const PRIVATE = "The reply URL leads into a private network, which is not allowed.";

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
  post: Post,
  url: URL,
  targets: Targets,
  signal: AbortSignal,
): Promise<PostResult> {
  const agent = new Agent({
    connect: {
      lookup: (_host, options, found) =>
        options.all ? found(null, targets) : found(null, targets[0].address, targets[0].family),
    },
  });
  try {
    const { statusCode, headers, body } = await request(url, {
      method: "POST",
      headers: post.headers,
      body: post.body,
      dispatcher: agent,
      signal,
    });
    const asked = headers["retry-after"];
    return {
      kind: "answered",
      status: statusCode,
      body: await firstWords(body),
      ...(typeof asked === "string" && { retryAfter: asked }),
    };
  } finally {
    await agent.destroy();
  }
}

/** The status counts, even when the answer's text never ends. */
async function firstWords(body: AsyncIterable<Buffer>): Promise<string> {
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
  return Buffer.concat(chunks).toString("utf8").slice(0, KEPT);
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return "The call failed.";
  if (error.name === "TimeoutError") return "No answer in time.";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.name;
  return `The address can't be reached (${code}).`;
}

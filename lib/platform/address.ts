import { isIP } from "node:net";

/** Set by scripts/serve.mjs on every request, whatever the client sent. */
const PEER = "x-deskhand-peer";

type Headers = { get(name: string): string | null };

/**
 * The address of the browser or system that asks, or null when nothing tells it.
 *
 * `X-Forwarded-For` counts only as far as our own proxies wrote it: with `n` of them in front, the
 * n-th entry from the right is what the outermost one saw. All further left is the client's word.
 */
export function clientAddress(headers: Headers, trustedProxies: number): string | null {
  const peer = plain(headers.get(PEER) ?? "");
  if (trustedProxies === 0) return peer;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return plain(chain.at(-trustedProxies) ?? "") ?? peer;
}

function plain(address: string): string | null {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(bare) ? bare.toLowerCase() : null;
}

import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

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

/** Bits of an IPv6 address that name a customer of a provider, who may choose all the others. */
const CUSTOMER_BITS = 64;

/** What counts as one caller: an IPv4 address, or everything within the same /64 of IPv6. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [bare] = address.split("%"); // behind it the name of a network card
  const start = ipaddr.IPv6.networkAddressFromCIDR(`${bare}/${CUSTOMER_BITS}`);
  return `${start.toString()}/${CUSTOMER_BITS}`;
}

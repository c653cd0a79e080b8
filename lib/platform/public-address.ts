import ipaddr from "ipaddr.js";

/** Addresses that belong to anybody; the rest of IPv6 is reserved, local or wraps IPv4. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * True for an address on the public internet. Everything else is refused: loopback, private and
 * link-local nets, and IPv6 forms that lead to IPv4 (mapped, compatible `::127.0.0.1`, NAT64, 6to4,
 * Teredo), because what they lead to is decided outside of this process.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  return parsed.kind() === "ipv4" || parsed.match(GLOBAL_UNICAST);
}

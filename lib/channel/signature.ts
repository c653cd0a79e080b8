import { createHmac } from "node:crypto";
import { sameToken } from "../platform/secrets";

/** Headers of a signed request. */
export type Signed = { id: string; timestamp: string; signature: string };

/** A signature older or newer than this is refused, seconds. Standard Webhooks. */
const TOLERANCE_SECONDS = 5 * 60;

/** While a secret is changed a sender signs with two; more than a few are a guess. */
const MAX_SIGNATURES = 10;

/**
 * Whether one of the signatures over `id.timestamp.body` was made with `secret` (`whsec_…`), and
 * lately. Over the bytes as they came: no decoding, no parsing.
 *
 * @see https://www.standardwebhooks.com
 */
export function verifySignature(
  secret: string,
  { id, timestamp, signature }: Signed,
  body: Uint8Array,
  now: Date,
): boolean {
  const expected = `v1,${hmac(secret, `${id}.${timestamp}.`, body)}`;
  const matches = signature
    .split(" ")
    .slice(0, MAX_SIGNATURES)
    .filter((candidate) => sameToken(candidate, expected));
  const age = now.getTime() / 1000 - Number(timestamp);
  return (
    matches.length > 0 && /^\d{1,12}$/.test(timestamp) && Math.abs(age) <= TOLERANCE_SECONDS && !!id
  );
}

function hmac(secret: string, head: string, body: Uint8Array): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return createHmac("sha256", key).update(head).update(body).digest("base64");
}

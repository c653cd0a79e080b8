import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** sha256 in hex; for tokens and keys that are random enough to need no salt. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A random token, URL-safe. 32 bytes make guessing hopeless. */
export const randomToken = (bytes = 32): string => randomBytes(bytes).toString("base64url");

/** HMAC-SHA256 over length-prefixed words, base64url, keyed by the desk's secret and a purpose. */
export function mac(secret: string, purpose: string, ...words: string[]): string {
  const hash = createHmac("sha256", derivedKey(secret, purpose));
  for (const word of words) hash.update(`${Buffer.byteLength(word)}:${word}`);
  return hash.digest("base64url");
}

/** Compares in constant time; false for different lengths. */
export function sameToken(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts a stored secret (AES-256-GCM). */
export function seal(secret: string, plain: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", derivedKey(secret, "seal"), iv);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `v1.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** @throws {Error} when the text was not sealed with this desk's secret */
export function unseal(secret: string, sealed: string): string {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ""), "base64url");
  const decipher = createDecipheriv(
    "aes-256-gcm",
    derivedKey(secret, "seal"),
    bytes.subarray(0, IV_BYTES),
  );
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return (
    decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") +
    decipher.final("utf8")
  );
}

function derivedKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "deskhand", purpose, 32));
}

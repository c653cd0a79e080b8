import { Webhook } from "standardwebhooks";
import { describe, expect, test } from "vitest";
import { verifySignature } from "./signature";

const SECRET = "whsec_dGVzdHMgc2lnbiB3aXRoIHRoaXMgc2VjcmV0IQ==";
const OTHER = "whsec_YW5vdGhlciBzZWNyZXQgb2YgdGhlIHRlc3RzIGhlcmU=";
const NOW = new Date("2026-11-21T10:00:00Z");
const BODY = '{"a": "ü"}';

/** Signed by the reference implementation. */
function signed(secret = SECRET, at = NOW, body = BODY) {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  return { id: "msg_1", timestamp, signature: new Webhook(secret).sign("msg_1", at, body) };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const good = (headers: ReturnType<typeof signed>, body = bytes(BODY)) =>
  verifySignature(SECRET, headers, body, NOW);

describe("a signature", () => {
  test("of the reference implementation holds", () => {
    expect(good(signed())).toBe(true);
  });

  test("of another secret, id, time or body does not", () => {
    expect(good(signed(OTHER))).toBe(false);
    expect(good({ ...signed(), id: "msg_2" })).toBe(false);
    expect(good({ ...signed(), timestamp: String(Number(signed().timestamp) + 1) })).toBe(false);
    expect(good(signed(), bytes('{"a":"ü"}'))).toBe(false);
    expect(good(signed(), bytes('{"a": "u\u0308"}'))).toBe(false);
    expect(good({ ...signed(), signature: "" })).toBe(false);
    expect(good({ ...signed(), signature: signed().signature.replace("v1,", "v1a,") })).toBe(false);
  });

  test("holds for five minutes, before and after", () => {
    expect(good(signed(SECRET, later(-299)))).toBe(true);
    expect(good(signed(SECRET, later(-301)))).toBe(false);
    expect(good(signed(SECRET, later(299)))).toBe(true);
    expect(good(signed(SECRET, later(301)))).toBe(false);
    for (const timestamp of ["", "NaN", "-1", "1e9", "Infinity", " 1"]) {
      expect(good({ ...signed(), timestamp })).toBe(false);
    }
  });

  test("may stand among others, while a secret is changed", () => {
    const two = `${signed(OTHER).signature} ${signed().signature}`;
    expect(good({ ...signed(), signature: two })).toBe(true);
    const many = `${"v1,AAAA ".repeat(50)}${signed().signature}`;
    expect(good({ ...signed(), signature: many })).toBe(false);
  });

  test("is over the bytes, not over what they decode to", () => {
    const broken = new Uint8Array([0xff]);
    const headers = signed(SECRET, NOW, "\ufffd");
    expect(verifySignature(SECRET, headers, broken, NOW)).toBe(false);
  });
});

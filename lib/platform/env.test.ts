import { describe, expect, test } from "vitest";
import { parseEnv, publicUrl } from "./env";

const SECRET = { NEXTAUTH_SECRET: "x".repeat(32) };

describe("parseEnv", () => {
  test("works with nothing but a secret", () => {
    expect(parseEnv(SECRET)).toMatchObject({
      HOST: "127.0.0.1",
      PORT: 3000,
      DATA_DIR: "./.data",
      DEMO: true,
      WORKERS: true,
      TRUSTED_PROXIES: 0,
      WEBHOOK_ALLOW_PRIVATE: [],
    });
  });

  test("takes an empty setting for one that is not set", () => {
    const blank = { ...SECRET, DATABASE_URL: "", PUBLIC_URL: "", SMTP_URL: "", DEMO: "" };
    expect(parseEnv(blank)).toMatchObject({ DATABASE_URL: undefined, DEMO: true });
  });

  test.each([
    ["PORT", "99999"],
    ["PORT", "web"],
    ["DATABASE_URL", "mysql://localhost/desk"],
    ["PUBLIC_URL", "desk.example.org"],
    ["SMTP_URL", "http://mail"],
    ["MAIL_FROM", "nobody"],
    ["DEMO", "perhaps"],
    ["LOG_LEVEL", "loud"],
    ["TRUSTED_PROXIES", "-1"],
    ["INGEST_PER_MINUTE", "0"],
    ["NEXTAUTH_SECRET", "short"],
  ])("names %s when it is %s", (name, value) => {
    expect(() => parseEnv({ ...SECRET, [name]: value })).toThrow(new RegExp(`${name}: `));
  });

  test("never repeats a secret in its complaint", () => {
    expect(() => parseEnv({ NEXTAUTH_SECRET: "hunter2" })).not.toThrow(/hunter2/);
  });
});

test("publicUrl has no slash at its end", () => {
  expect(publicUrl(parseEnv({ ...SECRET, PUBLIC_URL: "https://desk.example.org/" }))).toBe(
    "https://desk.example.org",
  );
  expect(publicUrl(parseEnv({ ...SECRET, PORT: "4000" }))).toBe("http://127.0.0.1:4000");
});

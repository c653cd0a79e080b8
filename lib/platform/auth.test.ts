import { expect, test } from "vitest";
import { authOptions } from "./auth";
import { parseEnv } from "./env";

const optionsAt = (PUBLIC_URL: string) =>
  authOptions(undefined, parseEnv({ NEXTAUTH_SECRET: "x".repeat(32), PUBLIC_URL }));

test("a desk that is reached by https keeps its cookies off http, whatever a proxy says", () => {
  expect(optionsAt("https://desk.example").useSecureCookies).toBe(true);
  expect(optionsAt("http://desk.example")).not.toHaveProperty("useSecureCookies");
  expect(optionsAt("")).not.toHaveProperty("useSecureCookies");
});

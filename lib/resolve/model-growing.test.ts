import { expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { greetingIn, growing } from "./model-growing";

const HOSTS = new Set(["desk.example.com"]);
const said = (text: string) => ({ sentences: [{ text }] });

test("shows whole words only, and no link that may still grow", () => {
  expect(growing(said("Open Repo"), "Hi,\n\n", HOSTS)).toBe("Hi,\n\nOpen");
  expect(growing(said("See https://evil.exam"), "", HOSTS)).toBe("See");
  expect(growing(said("Open"), "Hi,\n\n", HOSTS)).toBe("");
});

test("takes no time, however long it gets", () => {
  const ms = cpuMs(() => {
    for (const text of ["x".repeat(300_000), "https".repeat(60_000), "a <b ".repeat(60_000)]) {
      expect(growing(said(text), "", HOSTS).length).toBeLessThanOrEqual(8000);
    }
  });
  expect(ms).toBeLessThan(500);
});

test.each([
  ["Mina", "Hi Mina,\n\n"],
  ["", "Hello,\n\n"],
  ["paypal.com", "Hello,\n\n"],
  ["Mi\u202ena", "Hello,\n\n"],
])("greets %j with %j", (name, greeting) => {
  expect(greetingIn("en", name)).toBe(greeting);
});

import { expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { changedFacts } from "./facts-of";

test("the same facts in other words are no change", () => {
  const before = "Invoice 4711 over 12.50 is at https://a.test/x. Write to help@a.test.";
  const after = "Please find invoice 4711 (12.50) at https://a.test/x, or write to help@a.test!";
  expect(changedFacts(before, after)).toEqual({ added: [], lost: [] });
});

test("tells what is new and what is gone", () => {
  const changed = changedFacts("You get 10 back by 3 May.", "You get 100 back. See https://b.test");
  expect(changed).toEqual({ added: ["100", "https://b.test"], lost: ["10", "3"] });
});

test("stays quick on long hostile texts", () => {
  const ms = cpuMs(() => {
    for (const text of ["a.".repeat(50_000), "1,".repeat(50_000), "a@".repeat(50_000)]) {
      changedFacts(text, "x".repeat(100_000));
    }
  });
  expect(ms).toBeLessThan(1000);
});

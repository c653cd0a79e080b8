import { expect, test } from "vitest";
import { findTried } from "./tried";

test.each([
  ["I tried another browser.", "another browser", "customer", null],
  ["I restarted the app but it didn't help.", "restarted the app", "customer", false],
  ["We've already cleared the cache. Still the same.", "cleared the cache", "customer", false],
  ["I even reinstalled it, no luck.", "reinstalled it", "customer", false],
  ["A private window didn't help.", "A private window", "customer", false],
  ["Your colleague asked me to reset the router.", "reset the router", "us", null],
  ["Support told me to clear my cookies, no change.", "clear my cookies", "us", false],
  ["I saved it three times.", "saved it three times", "customer", null],
  ["I rebooted the phone; it worked for an hour.", "rebooted the phone", "customer", true],
  ["I opened Reports, but it didn't help.", "opened Reports", "customer", false],
])("%s", (text, step, by, helped) => {
  expect(findTried(text)).toContainEqual({ step, by, helped });
});

test("finds several, across wrapped lines", () => {
  const steps = findTried("reinstalled, restarted, nothing.\nI have also\nsigned out and in.");
  expect(steps.map(({ step }) => step)).toEqual(
    expect.arrayContaining(["signed out and in", "reinstalled", "restarted"]),
  );
});

test.each([
  "I deleted a project by accident.",
  "How do I restart the timer?",
  "When I opened the link I saw a list.",
  "I created a task yesterday.",
  "",
])("%s: nothing was tried", (text) => {
  expect(findTried(text)).toEqual([]);
});

test("is bounded for any text", () => {
  for (const part of ["i tried it again ", "we reloaded ", "x didn't help. ", "a", " "]) {
    const steps = findTried(part.repeat(Math.ceil(20_000 / part.length)));
    expect(steps.length).toBeLessThanOrEqual(12);
    for (const { step } of steps) expect(step.length).toBeLessThanOrEqual(120);
  }
});

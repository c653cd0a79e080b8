import { expect, test } from "vitest";
import { spendRequest } from "./ingest-rate";

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 5) + seconds * 1000);

test("a minute's worth may come at once, more waits, and other connections do not", () => {
  for (let sent = 0; sent < 30; sent++) spendRequest("one", 30, at(0));
  expect(() => spendRequest("one", 30, at(0))).toThrow(
    expect.objectContaining({ code: "rate_limited", retryAfter: 2 }),
  );
  spendRequest("other", 30, at(0));
});

test("what was used up comes back with time, and never more than a minute's worth", () => {
  for (let sent = 0; sent < 30; sent++) spendRequest("two", 30, at(0));
  expect(() => spendRequest("two", 30, at(1))).toThrow(/30 requests in a minute/);
  spendRequest("two", 30, at(2));
  expect(() => spendRequest("two", 30, at(2))).toThrow();
  for (let sent = 0; sent < 30; sent++) spendRequest("two", 30, at(3600));
  expect(() => spendRequest("two", 30, at(3600))).toThrow();
});

test("a clock that goes back gives nothing away", () => {
  for (let sent = 0; sent < 60; sent++) spendRequest("three", 60, at(10));
  expect(() => spendRequest("three", 60, at(0))).toThrow();
  expect(() => spendRequest("three", 60, at(0.5))).toThrow();
});

import { expect, test } from "vitest";
import { isLostRollback } from "./driver-fault";

const withStack = (error: Error, at: string) => Object.assign(error, { stack: `${error}\n${at}` });

test("knows the driver's lost rollback, and nothing else", () => {
  const at =
    "    at Immediate.nextWrite (file:///x/node_modules/postgres/src/connection.js:255:20)";
  expect(isLostRollback(withStack(new TypeError("reading 'write'"), at))).toBe(true);
  expect(isLostRollback(withStack(new Error("reading 'write'"), at))).toBe(false);
  expect(isLostRollback(withStack(new TypeError("x"), "    at main (/x/lib/boot.ts:1:1)"))).toBe(
    false,
  );
});

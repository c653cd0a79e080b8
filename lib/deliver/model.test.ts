import { expect, test } from "vitest";
import { oneLine } from "./model";

test.each([
  ["550 No such\r\nuser", "550 No such user"],
  ["see https://crm.test/hook?token=secret&x=1 now", "see https://crm.test/hook?… now"],
  ["at https://desk:secret@crm.test/a#secret", "at https://crm.test/a?…"],
  ["connect smtp://desk:secret@mail.test:25 failed", "connect smtp://mail.test:25 failed"],
  ["why? because", "why? because"],
])("%j is shown as %j", (said, shown) => {
  expect(oneLine(said)).toBe(shown);
});

test("a long answer is cut, also one made to keep the cleaning busy", () => {
  expect(oneLine("x".repeat(1_000_000))).toHaveLength(300);
  expect(oneLine("http://".repeat(200_000)).length).toBeLessThanOrEqual(300);
});

import { expect, test } from "vitest";
import { withoutUnseen } from "./unseen";

test.each([
  ["pay\u202e 001\u202c now\u200b", "pay 001 now"],
  ["a\u{e0041}\u{e0042}b", "ab"],
  ["x\u200dy", "xy"],
  ["one\n\ttwo\u0000\u2028", "one\n\ttwo"],
  ["می\u200cخواهم", "می\u200cخواهم"],
  ["Zoë 👍🏽", "Zoë 👍🏽"],
])("%j becomes %j", (text, seen) => {
  expect(withoutUnseen(text)).toBe(seen);
});

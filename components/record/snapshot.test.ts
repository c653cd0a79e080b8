import { expect, test } from "vitest";
import { readSnapshot } from "./snapshot";

test("reads what it knows, keeps the rest, and survives what is stored otherwise", () => {
  const { known, rest } = readSnapshot({
    question: "403?",
    bands: { send: 0.85, flag: 0.6 },
    blocks: "not a list any more",
    account: { tier: "business", usage: { seats: "many" } },
    weather: "fine",
  });
  expect(known.question).toBe("403?");
  expect(known.bands).toEqual({ send: 0.85, flag: 0.6 });
  expect(known.blocks).toBeUndefined();
  expect(known.account).toMatchObject({ tier: "business", usage: undefined });
  expect(rest).toEqual({ weather: "fine" });
});

test("an empty snapshot says nothing", () => {
  expect(readSnapshot({}).rest).toEqual({});
});

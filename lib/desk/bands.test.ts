import { describe, expect, test } from "vitest";
import { bandsFor } from "./model";

const DEFAULT = { send: 0.85, flag: 0.6 };
const CHAT = { category: null, channel: "chat" as const, send: 0.9, flag: 0.7 };
const BILLING = { category: "billing", channel: null, send: 0.95, flag: 0.8 };
const BOTH = { category: "billing", channel: "chat" as const, send: 1, flag: 0.9 };

describe("bandsFor", () => {
  test.each([
    ["none fits", "general", "email", DEFAULT],
    ["the channel's", "general", "chat", { send: 0.9, flag: 0.7 }],
    ["the category's", "billing", "email", { send: 0.95, flag: 0.8 }],
    ["both name it", "billing", "chat", { send: 1, flag: 0.9 }],
  ] as const)("%s", (_, category, channel, bands) => {
    for (const overrides of [
      [CHAT, BILLING, BOTH],
      [BOTH, BILLING, CHAT],
    ]) {
      expect(bandsFor(DEFAULT, overrides, { category, channel })).toEqual(bands);
    }
  });

  test("a category is more exact than a channel", () => {
    const at = { category: "billing", channel: "chat" as const };
    expect(bandsFor(DEFAULT, [CHAT, BILLING], at)).toEqual({ send: 0.95, flag: 0.8 });
  });

  test("the first of two for the same counts", () => {
    const at = { category: "general", channel: "chat" as const };
    expect(bandsFor(DEFAULT, [CHAT, { ...CHAT, send: 1 }], at)).toEqual({ send: 0.9, flag: 0.7 });
  });

  test.each([
    ["no list", undefined],
    ["null", null],
    ["words", "strict"],
    ["holes", [null, 7, {}]],
    ["no numbers", [{ ...CHAT, send: Number.NaN }]],
    ["numbers that are none", [{ ...CHAT, send: "0.1", flag: "0" }]],
    ["flag above send", [{ ...CHAT, send: 0.1, flag: 0.2 }]],
    ["out of range", [{ ...CHAT, send: -1, flag: -2 }]],
    ["no place", [{ category: null, channel: null, send: 0, flag: 0 }]],
  ])("garbage never loosens the bands: %s", (_, overrides) => {
    const at = { category: "general", channel: "chat" as const };
    expect(bandsFor(DEFAULT, overrides, at)).toEqual(DEFAULT);
  });
});

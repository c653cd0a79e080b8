import { describe, expect, test } from "vitest";
import { readOptions } from "./options";

const noise = (...args: string[]) => readOptions(["--data", "x", ...args]).noise;

describe("options of the replay", () => {
  test("noise is a share or percents, and five per cent when it stands alone", () => {
    expect(noise()).toBe(0);
    expect(noise("--noise", "0.05")).toBe(0.05);
    expect(noise("--noise", "5")).toBe(0.05);
    expect(noise("--noise", "10%")).toBe(0.1);
    expect(noise("--noise")).toBe(0.05);
    expect(noise("--noise", "--incremental")).toBe(0.05);
  });

  test("values out of range are refused by the option's name", () => {
    expect(() => noise("--noise", "120")).toThrow("--noise");
    expect(() => noise("--noise", "some")).toThrow("--noise");
    expect(() => readOptions(["--data", "x", "--limit", "0"])).toThrow("--limit");
    expect(() => readOptions([])).toThrow("give --data DIR");
    expect(() => readOptions(["--dato", "x"])).toThrow("--dato");
  });
});

import { expect, test } from "vitest";
import { inLine } from "./in-line";

test("the next waits for the one before, another place does not, and a failure holds up nobody", async () => {
  const heard: string[] = [];
  let fail: (why: Error) => void = () => undefined;
  const first = inLine("reply", () => {
    heard.push("first");
    return new Promise<void>((_, refuse) => {
      fail = refuse;
    });
  });
  const second = inLine("reply", async () => heard.push("second"));
  const third = inLine("reply", async () => heard.push("third"));
  await inLine("note", async () => heard.push("elsewhere"));
  expect(heard).toEqual(["first", "elsewhere"]);
  fail(new Error("offline"));
  await expect(first).rejects.toThrow("offline");
  await Promise.all([second, third]);
  expect(heard).toEqual(["first", "elsewhere", "second", "third"]);
  const now = inLine("reply", async () => heard.push("at once"));
  expect(heard.at(-1)).toBe("at once");
  await now;
});

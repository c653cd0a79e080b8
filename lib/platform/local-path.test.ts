import { expect, test } from "vitest";
import { localPath } from "./local-path";

test.each(["/", "/queue/open", "/queue/open/42?tab=a#b"])("keeps %s", (path) => {
  expect(localPath(path)).toBe(path);
});

test.each([
  null,
  undefined,
  "",
  "queue",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
])("turns %j into the front page", (path) => {
  expect(localPath(path)).toBe("/");
});

test("dots can't climb out into another site", () => {
  expect(localPath("/queue/..//evil.example")).toBe("/");
});

test("turns a path that is no path any more into the front page", () => {
  expect(localPath(`/${"x".repeat(3_000)}`)).toBe("/");
});

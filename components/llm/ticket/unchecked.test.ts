import { expect, test } from "vitest";
import { uncheckedAfter } from "./unchecked";

test.each([
  [["begin"], false],
  [["begin", "text", "text"], true],
  [["begin", "text", "done"], false],
  [["begin", "text", "stop"], true],
  [["begin", "text", "fault"], true],
  [["begin", "text", "fault", "own"], false],
  [["begin", "stop"], false],
  [["begin", "text", "stop", "begin"], false],
] as const)("after %j: %s", (steps, unchecked) => {
  const end = steps.reduce((now, step) => uncheckedAfter(now, step), false);
  expect(end).toBe(unchecked);
});

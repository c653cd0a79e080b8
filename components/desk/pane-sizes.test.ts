import { expect, test } from "vitest";
import { panesFrom } from "./pane-sizes";

test("sizes come back as they were, and only those that fit", () => {
  const kept = { nav: false, details: true, list: 300, detailsWidth: 320, density: "compact" };
  expect(panesFrom(encodeURIComponent(JSON.stringify(kept)))).toEqual(kept);
  expect(panesFrom(JSON.stringify({ ...kept, list: 9000, density: "huge" }))).toEqual({
    ...kept,
    list: 360,
    density: "comfortable",
  });
});

test("whatever else the cookie holds, the usual sizes are shown", () => {
  for (const cookie of [undefined, "", "{", "[]", "null", "%", "7"]) {
    expect(panesFrom(cookie)).toMatchObject({ nav: true, details: true, list: 360 });
  }
});

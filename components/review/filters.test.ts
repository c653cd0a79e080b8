import { expect, test } from "vitest";
import { filtersOf, toSearch, withFilter, withItem } from "./filters";

const search = (text: string) => new URLSearchParams(text);

test("reads what fits and passes over what does not", () => {
  expect(filtersOf(search("kind=held&from=0.6&to=2&channel=fax&item=x"))).toEqual({
    kind: "held",
    from: 0.6,
  });
  expect(filtersOf(search(""))).toEqual({});
});

test("a filter closes the item; an item keeps the filters", () => {
  expect(withFilter(search("kind=held&item=a"), "kind", "")).toBe("/review");
  expect(withFilter(search("item=a"), "whose", "mine")).toBe("/review?whose=mine");
  expect(withItem(search("kind=held&item=a"), "b")).toBe("/review?kind=held&item=b");
  expect(withItem(search("item=a"), null)).toBe("/review");
});

test("asks for what the address names", () => {
  expect(toSearch({ kind: "held", from: 0.6, category: undefined })).toBe("kind=held&from=0.6");
});

import { describe, expect, test } from "vitest";
import type { ViewFilter } from "@/lib/view/model";
import { filterFrom, filterText } from "./filter-text";
import { joinFilters } from "./join-filters";

describe("a filter in the address", () => {
  test("comes back as it was", () => {
    const filter: ViewFilter = {
      match: "any",
      tests: [
        { field: "tag", in: ["sso", "ünïcode & more"] },
        { field: "sentiment", below: -0.2 },
      ],
    };
    const search = new URLSearchParams({ f: filterText(filter) });
    expect(filterFrom(new URLSearchParams(search.toString()).get("f") ?? "")).toEqual(filter);
  });

  test("of no tests is no filter", () => {
    expect(filterText({ match: "all", tests: [] })).toBe("");
    expect(filterText(null)).toBe("");
    expect(filterFrom("")).toBeNull();
    expect(filterFrom('{"tests":[]}')).toBeNull();
  });

  test("that nobody can read is left out, whoever wrote it", () => {
    for (const text of ["{", "null", '{"tests":[{"field":"password","in":["x"]}]}', "[1]"]) {
      expect(filterFrom(text)).toBeNull();
    }
  });
});

test("two filters become one, unless that would mean something else", () => {
  const sso: ViewFilter = { match: "all", tests: [{ field: "tag", in: ["sso"] }] };
  const unread: ViewFilter = { match: "any", tests: [{ field: "unread", is: true }] };
  const either: ViewFilter = { match: "any", tests: [...sso.tests, ...unread.tests] };
  expect(joinFilters(sso, unread)).toEqual({ match: "all", tests: either.tests });
  expect(joinFilters(null, either)).toBe(either);
  expect(joinFilters(sso, either)).toBeNull();
  const many: ViewFilter = {
    match: "all",
    tests: Array.from({ length: 20 }, () => sso.tests).flat(),
  };
  expect(joinFilters(many, sso)).toBeNull();
});

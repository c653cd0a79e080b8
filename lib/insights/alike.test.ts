import { expect, test } from "vitest";
import { alike } from "./alike";

const one = (id: string, text: string, language: string | null = "en") => ({ id, text, language });
const UPDATE = "Please update the app, then open Settings and choose Reload maps.";

test("texts that share most of their words stand together, in their language", () => {
  const groups = alike([
    one("a", UPDATE),
    one("b", "Please update the app first, then open Settings and choose Reload maps again."),
    one("c", "Your invoice is on its way, and the amount is {amount}."),
    one("d", UPDATE, "de"),
    one("e", UPDATE, null),
  ]);
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([["a", "b", "e"]]);
});

test("nothing is like nothing", () => {
  expect(alike([one("a", ""), one("b", "")])).toEqual([]);
});

import { expect, test } from "vitest";
import { Condition } from "@/lib/rule/model";
import { groupOf, itemsOf, kindOf } from "./edit-condition";
import { highlight } from "./highlight";

const a: Condition = { field: "text", contains: "a" };
const b: Condition = { field: "text", contains: "b" };

test.each(["all", "any", "not"] as const)("a group of the kind %s keeps its tests", (kind) => {
  for (const items of [[a], [a, b], [{ any: [a, b] }]]) {
    const group = groupOf(kind, items);
    expect(kindOf(group)).toBe(kind);
    expect(groupOf("any", itemsOf(group))).toEqual({ any: items });
    expect(Condition.safeParse(group).success).toBe(true);
  }
});

test("words that decided are marked once, and the text stays whole", () => {
  const pieces = highlight("My VAT id and my vat", ["vat ID", "my", "vat"]);
  expect(pieces.map(({ text }) => text).join("")).toBe("My VAT id and my vat");
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(["My", "VAT id"]);
});

import { expect, test } from "vitest";
import { blocksOf, spansOf } from "./markdown-blocks";

test("headings, paragraphs, lists and code", () => {
  const text = "# Title\nOne\nline.\n\n- a\n- b\n1. c\n\n```\n# no heading\n```\nEnd";
  expect(blocksOf(text)).toEqual([
    { type: "heading", level: 1, text: "Title" },
    { type: "paragraph", text: "One line." },
    { type: "list", ordered: false, items: ["a", "b"] },
    { type: "list", ordered: true, items: ["c"] },
    { type: "code", text: "# no heading" },
    { type: "paragraph", text: "End" },
  ]);
});

test("emphasis and web links; no other link, no HTML", () => {
  expect(spansOf("**Open** `a_b` and [here](https://a.test/x).")).toEqual([
    { type: "strong", text: "Open" },
    { type: "text", text: " " },
    { type: "code", text: "a_b" },
    { type: "text", text: " and " },
    { type: "link", text: "here", href: "https://a.test/x" },
    { type: "text", text: "." },
  ]);
  expect(spansOf("[x](javascript:alert(1)) <img onerror=x>")).toEqual([
    { type: "text", text: "[x](javascript:alert(1)) <img onerror=x>" },
  ]);
});

import { expect, test } from "vitest";
import { htmlOf, htmlOfText, joined, mentionsIn, NO_WORDS, quoted } from "./words";

test("plain text stays text", () => {
  expect(htmlOfText("Hi <b>Mina</b>,\r\n\r\none\ntwo & three")).toBe(
    "<p>Hi &lt;b&gt;Mina&lt;/b&gt;,</p><p>one<br>two &amp; three</p>",
  );
});

test("two pieces stand below each other, with the formatting of either", () => {
  const plain = { text: "one", html: null };
  const bold = { text: "two", html: "<p><strong>two</strong></p>" };
  expect(joined(NO_WORDS, bold)).toBe(bold);
  expect(joined(plain, plain)).toEqual({ text: "one\n\none", html: null });
  expect(joined(plain, bold)).toEqual({
    text: "one\n\ntwo",
    html: "<p>one</p><p><strong>two</strong></p>",
  });
});

test("a cited passage names its source, and neither is markup", () => {
  expect(htmlOf(quoted("a <i>", "Guide & more"))).toBe(
    "<blockquote><p>a &lt;i&gt;</p></blockquote><p><em>Guide &amp; more</em></p>",
  );
});

test("each person is called once", () => {
  const ada = '<span data-mention="p-1">@Ada</span>';
  expect(mentionsIn(`<p>${ada} ${ada} <span data-mention="p-2">@Bo</span></p>`)).toEqual([
    "p-1",
    "p-2",
  ]);
  expect(mentionsIn(null)).toEqual([]);
});

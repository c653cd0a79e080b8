import { describe, expect, test } from "vitest";
import { cpuMs } from "@/db/testing/cpu-time";
import { cleanHtml, isFormatted, shownHtml, textOfHtml } from "./clean-html";

describe("cleanHtml", () => {
  test("keeps what the composer makes", () => {
    const html =
      '<p>Hi <strong>Mina</strong>, <em>see</em> <code>a &lt; b</code></p><ul><li><p>one</p></li></ul><ol start="3"><li><p>two</p></li></ol><blockquote><p>said</p></blockquote><pre><code>x = 1\ny</code></pre><p><a href="https://example.org/?a=1&amp;b=2">docs</a> <a href="mailto:a@example.org">mail</a></p>';
    expect(cleanHtml(html)).toBe(html);
  });

  test.each([
    ["<script>alert(1)</script><p>Hi</p>", "<p>Hi</p>"],
    ['<p onclick="x()" style="position:fixed">Hi</p>', "<p>Hi</p>"],
    ['<img src="https://spy.example/1.gif">Hi', "Hi"],
    ['<a href="javascript:alert(1)">x</a>', "x"],
    ['<a href="java\nscript:alert(1)">x</a>', "x"],
    ['<a href="data:text/html,x">x</a>', "x"],
    ['<a href="/settings">x</a>', "x"],
    ['<a href="//evil.example">x</a>', "x"],
    ['<a href="https://bank.example@evil.example/">x</a>', "x"],
    ['<span class="x">y</span>', "y"],
    ['<span data-mention="1&quot; onload=x">y</span>', "y"],
    ["<svg><style><img src=x onerror=alert(1)></style></svg>", ""],
    ["<div><b>x</b></div>", "<p><strong>x</strong></p>"],
  ])("%s", (html, clean) => {
    expect(cleanHtml(html)).toBe(clean);
  });

  test("is quick with what is nested or broken a hundred thousand times", () => {
    const ms = cpuMs(() => {
      cleanHtml("<blockquote>".repeat(16_000));
      cleanHtml("<".repeat(200_000));
      textOfHtml(cleanHtml(`<ul><li>${"<b>".repeat(40_000)}`));
    });
    expect(ms).toBeLessThan(4000);
  });
});

test("a page opens links elsewhere and tells nobody", () => {
  expect(shownHtml('<a href="https://example.org/">x</a>')).toBe(
    '<a href="https://example.org/" rel="noopener noreferrer nofollow" target="_blank">x</a>',
  );
});

test("paragraphs alone are no formatting", () => {
  expect(isFormatted("<p>a<br />b</p><p>c</p>")).toBe(false);
  expect(isFormatted("<p>a <strong>b</strong></p>")).toBe(true);
  expect(isFormatted("<pre>a</pre>")).toBe(true);
});

describe("textOfHtml", () => {
  test.each([
    ["<p>Hi Mina,</p><p>one<br>two</p>", "Hi Mina,\n\none\ntwo"],
    [
      "<p>See <a href='https://example.org/a'>the docs</a>.</p>",
      "See the docs (https://example.org/a).",
    ],
    ["<p><a href='https://example.org/a'>https://example.org/a</a></p>", "https://example.org/a"],
    ["<ul><li><p>one</p></li><li><p>two</p></li></ul>", "- one\n- two"],
    ["<p>Run <code>npm ci</code> now</p>", "Run `npm ci` now"],
    ["<pre><code>a = 1\n  b &lt; 2</code></pre><p>x</p>", "```\na = 1\n  b < 2\n```\n\nx"],
    ["<blockquote><p>said</p></blockquote><p>yes</p>", "> said\n\nyes"],
    ["<p>Ask <span data-mention='1'>@Ada</span></p>", "Ask @Ada"],
  ])("%s", (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });
});

import { expect, test } from "vitest";
import { linkify } from "./linkify";

test("plain text stays one piece", () => {
  expect(linkify("No link <b>here</b>")).toEqual([{ text: "No link <b>here</b>", url: null }]);
  expect(linkify("")).toEqual([]);
});

test("finds web addresses and leaves the full stop outside", () => {
  expect(linkify("See https://example.org/a?b=1. Thanks")).toEqual([
    { text: "See ", url: null },
    { text: "https://example.org/a?b=1", url: "https://example.org/a?b=1" },
    { text: ". Thanks", url: null },
  ]);
});

test("scripts and addresses in disguise are no links", () => {
  for (const text of ["javascript:alert(1)", "https://bank.example@evil.example/", "http://"]) {
    expect(linkify(text).every((piece) => piece.url === null)).toBe(true);
  }
});

test("pieces put together are the text", () => {
  const text = "(http://a.example) x https://b.example, ‘https://c.example’";
  expect(
    linkify(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});

test("a web address with a million closing marks is only text", () => {
  const text = `https://a${")".repeat(900_000)}x`;
  expect(linkify(text)).toEqual([{ text, url: null }]);
});

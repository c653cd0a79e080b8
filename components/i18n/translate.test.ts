import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { makeT } from "./catalogue";
import { english } from "./english";
import { formatOf } from "./format";
import { german } from "./german";
import { preferredLocale } from "./preferred";
import { rich } from "./rich";

test("English is its own key, with a singular of its own", () => {
  expect(english("No such sentence is in any catalogue")).toBe(
    "No such sentence is in any catalogue",
  );
  expect([0, 1, 2].map((count) => english("{{count}} tickets", { count }))).toEqual([
    "0 tickets",
    "1 ticket",
    "2 tickets",
  ]);
});

test("German has both forms, and another word for another meaning", () => {
  expect([1, 2].map((count) => german("{{count}} weeks ago", { count }))).toEqual([
    "vor 1 Woche",
    "vor 2 Wochen",
  ]);
  expect([german("Open"), german("Open", { context: "key" })]).toEqual(["Offen", "Öffnen"]);
});

test("what people wrote is filled in as it is: no template, no markup", () => {
  const t = makeT("en", { "Hello {{name}}": "Hi {{name}}" }, null);
  const name = "$t(Open) {{count}} <b>Ada</b> &amp; count: 3";
  expect(t("Hello {{name}}", { name, count: 1 })).toBe(`Hi ${name}`);
  const said = rich(t, "<b>Hello</b> {{name}}", {
    b: (inner) => createElement("i", null, inner),
    name: "<b>Ada</b>",
  });
  const shown = renderToStaticMarkup(createElement("p", null, said));
  expect(shown).toBe("<p><i>Hello</i> &lt;b&gt;Ada&lt;/b&gt;</p>");
});

test("what was said is said again, and nothing else", () => {
  const t = makeT("de", { "{{a}} of {{b}}": "{{a}} von {{b}}", Open: "Offen" }, null);
  const twice = (values: { a: string; b: string }) => [1, 2].map(() => t("{{a}} of {{b}}", values));
  expect(twice({ a: "1", b: "23" })).toEqual(["1 von 23", "1 von 23"]);
  expect(twice({ a: "12", b: "3" })).toEqual(["12 von 3", "12 von 3"]);
  expect(twice({ a: '1","b":"2', b: "3" })).toEqual(Array(2).fill('1","b":"2 von 3'));
  expect(twice({ a: "1", b: '2","b":"3' })).toEqual(Array(2).fill('1 von 2","b":"3'));
  expect(twice({ a: "x".repeat(500), b: "2" })).toEqual(Array(2).fill(`${"x".repeat(500)} von 2`));
  expect([t("Open"), t("Open", {}), t("")]).toEqual(["Offen", "Offen", ""]);
});

test("dates, numbers and lists", () => {
  const [en, de] = [formatOf(english), formatOf(german)];
  const at = new Date("2026-03-10T12:00:00Z");
  const day: Intl.DateTimeFormatOptions = { dateStyle: "long", timeZone: "UTC" };
  expect([en.date(at, day), de.date(at, day)]).toEqual(["10 March 2026", "10. März 2026"]);
  expect([en.number(12_000.5), de.number(12_000.5)]).toEqual(["12,000.5", "12.000,5"]);
  expect([en.day(at.toISOString()), de.day(at.toISOString())]).toEqual([
    "2026-03-10",
    "10.03.2026",
  ]);
  expect([en.decimal("0.93"), de.decimal("0.93")]).toEqual(["0.93", "0,93"]);
  expect([1, 2, 3, 4, 11, 22].map(en.ordinal).join(" ")).toBe("1st 2nd 3rd 4th 11th 22nd");
  expect(de.ordinal(3)).toBe("3.");
  expect(de.list(["Lee", "Kim", "Sara"])).toBe("Lee, Kim und Sara");
});

test.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7", "en"],
  ["fr, de;q=0.5", "de"],
  ["en;q=0.1, de;q=0.2", "de"],
  ["de;q=0", "en"],
  ["", "en"],
  [null, "en"],
] as const)("of %s the desk speaks %s", (accepted, locale) => {
  expect(preferredLocale(accepted)).toBe(locale);
});

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Said, saidIn, sources, unsaidIn, wordsOfModels } from "@/checks/interface-texts";
import plurals from "./en/plurals.json";

const FOLDER = "components/i18n/de";
/** Sentences that are made in lib/ and stored or sent in English: no `t("…")` names them. */
const FROM_LIB = new Set(["stored.json", "errors.json"]);

type Words = Record<string, string>;
const read = (name: string): Words => JSON.parse(readFileSync(`${FOLDER}/${name}`, "utf8"));
const areas = readdirSync(FOLDER).map((name) => ({ name, words: read(name) }));
const own = areas.filter(({ name }) => !FROM_LIB.has(name));
const german: Words = Object.assign({}, ...own.map(({ words }) => words));

const files = sources("components", "app");
const models = sources("lib").filter(({ fileName }) => /\/(model|terms)\.ts$/.test(fileName));
const said: Said[] = [...files.flatMap(saidIn), ...models.flatMap(wordsOfModels)];
const formsOf = ({ key, counted }: Said) => (counted ? [`${key}_one`, `${key}_other`] : [key]);
const holes = (text: string) => [...text.matchAll(/\{\{\w+\}\}|<\/?\w+>/g)].map(String).sort();
const SUFFIX = /_(one|other)$/;

test("German says everything that is said", () => {
  const lacking = said.flatMap((one) =>
    formsOf(one)
      .filter((key) => !(key in german))
      .map((key) => `${one.place} ${key}`),
  );
  expect(lacking).toEqual([]);
});

test("English has a singular wherever something is counted", () => {
  const counted = new Set(said.filter((one) => one.counted).map(({ key }) => `${key}_one`));
  expect(Object.keys(plurals).sort()).toEqual([...counted].sort());
});

test("German says nothing that nobody asks for", () => {
  const asked = new Set(said.flatMap(formsOf));
  // `Open_verb`: one of several meanings of a word, chosen by the context.
  const isAsked = (key: string) => asked.has(key) || asked.has(key.replace(/_[a-z]+$/, ""));
  expect(Object.keys(german).filter((key) => !isAsked(key))).toEqual([]);
});

test("a text is translated in one way", () => {
  const differing = own.flatMap(({ name, words }) =>
    Object.keys(words)
      .filter((key) => words[key] !== german[key])
      .map((key) => `${name}: ${key}`),
  );
  expect(differing).toEqual([]);
});

test("German fills in what English fills in", () => {
  const differing = areas.flatMap(({ name, words }) =>
    Object.entries(words)
      // One of something may go without its number.
      .filter(([key]) => !key.endsWith("_one"))
      .filter(([key, words]) => String(holes(key)) !== String(holes(words)))
      .map(([key]) => `${name}: ${key.replace(SUFFIX, "")}`),
  );
  expect(differing).toEqual([]);
});

test("nothing is shown that only English says", () => {
  expect(files.flatMap(unsaidIn)).toEqual([]);
});

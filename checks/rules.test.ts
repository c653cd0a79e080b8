import { describe, expect, test } from "vitest";
import { makeGraph } from "./graph";
import { importRules } from "./import-rules";
import { type Files, PLANTED } from "./planted";
import { ACTION_EXCEPTIONS, ROUTE_EXCEPTIONS, sourceRules } from "./source-rules";
import { readTree } from "./tree";

const rules = [...importRules, ...sourceRules];

const graphOf = (files: Files) => makeGraph(new Map(Object.entries(files)));

describe.each(rules)("$name", ({ name, faults }) => {
  const { bad, good } = PLANTED[name] ?? { bad: [], good: [] };

  test("sees each planted violation", () => {
    expect(bad).not.toEqual([]);
    for (const files of bad) expect(faults(graphOf(files)), JSON.stringify(files)).not.toEqual([]);
  });

  test("lets the allowed form pass", () => {
    expect(good).not.toEqual([]);
    for (const files of good) expect(faults(graphOf(files)), JSON.stringify(files)).toEqual([]);
  });
});

describe("this repository", () => {
  const graph = readTree(process.cwd());

  test("is really read: files, and imports that were followed", () => {
    const followed = [...graph.values()].flatMap((module) => module.imports).filter((i) => i.to);
    expect(graph.size).toBeGreaterThan(100);
    expect(followed.length).toBeGreaterThan(graph.size);
  });

  test("has every file that is excepted from a rule", () => {
    const excepted = [...Object.keys(ROUTE_EXCEPTIONS), ...Object.keys(ACTION_EXCEPTIONS)];
    expect(excepted.filter((path) => !graph.has(path))).toEqual([]);
  });

  test.each(rules)("$name: $says", ({ faults }) => {
    expect(faults(graph)).toEqual([]);
  });
});

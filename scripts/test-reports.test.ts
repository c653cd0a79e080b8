import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { broken, playwrightReport, reportOf, summaryOf, total } from "./test-reports.mjs";
import { vitestReport } from "./vitest-report.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "deskhand-reports-"));
afterAll(() => rmSync(folder, { recursive: true }));

const clean = { passed: 2, failed: 0, skipped: [], failures: [] };

describe("the end of npm test", () => {
  test("names what was skipped, then whatever failed, then how many", () => {
    const tests = {
      ...{ passed: 7, failed: 1 },
      skipped: [{ name: "races", why: "no Postgres" }],
      failures: [{ name: "[unit] a.test.ts › adds", error: "expected 2 to be 3" }],
    };
    const all = total([
      { title: "Check", result: clean },
      { title: "Unit and database tests", result: tests },
      { title: "Build", result: broken("the build", "\n\u001b[31mno room\u001b[39m\nmore") },
    ]);
    expect(summaryOf(all)).toEqual([
      "skipped: races (no Postgres)",
      "failed: Unit and database tests: [unit] a.test.ts › adds: expected 2 to be 3",
      "failed: Build: the build: no room",
      "",
      "9 passed, 2 failed, 1 skipped",
    ]);
  });

  test("a runner that ends badly has failed, whatever its report says", () => {
    const file = path.join(folder, "report.json");
    expect(reportOf("vitest", file, 0)).toMatchObject({ failed: 1, passed: 0 });
    writeFileSync(file, JSON.stringify(clean));
    expect(reportOf("vitest", file, 0)).toEqual(clean);
    expect(reportOf("vitest", file, 1)).toMatchObject({ passed: 2, failed: 1 });
    expect(reportOf("vitest", file, 1).failures[0]?.error).toMatch(/code 1/);
  });
});

/** As Vitest tells of a file: its tests by name, with their results. */
function fileOf(tests: Record<string, object>, errors: { message: string }[] = []) {
  const module = {
    project: { name: "db-postgres" },
    relativeModuleId: "lib/a.db.test.ts",
    errors: () => errors,
    children: { allTests: () => cases },
  };
  const cases = Object.entries(tests).map(([fullName, result]) => ({
    ...{ fullName, module, options: { mode: "run" } },
    result: () => result,
  }));
  return module;
}

test("of Vitest: failed tests, files that don't load, and what no test has caught", () => {
  const modules = [
    fileOf({
      adds: { state: "passed" },
      counts: { state: "failed", errors: [{ message: "expected 2 to be 3\nat a" }] },
      races: { state: "skipped" },
      writes: { state: "skipped", note: "root may write anywhere" },
    }),
    fileOf({}, [{ message: "cannot load" }]),
  ];
  const uncaught = [{ name: "TypeError", message: "nobody waits", VITEST_TEST_NAME: "adds" }];
  type Args = Parameters<typeof vitestReport>;
  const [given, lost] = [modules, uncaught] as unknown as Args; // what the report reads of them
  expect(vitestReport(given, lost)).toEqual({
    passed: 1,
    failed: 3,
    skipped: [
      { name: "races", why: expect.stringMatching(/one connection/) },
      { name: "writes", why: "root may write anywhere" },
    ],
    failures: [
      { name: "[db-postgres] lib/a.db.test.ts", error: "cannot load" },
      { name: "[db-postgres] lib/a.db.test.ts › counts", error: "expected 2 to be 3" },
      { name: "uncaught during adds", error: "TypeError: nobody waits" },
    ],
  });
});

test("of Playwright: failed specs, and what failed outside of them", () => {
  const spec = (title: string, status: string, message?: string) => ({
    ...{ title, file: "a.spec.ts", line: 3 },
    tests: [
      { projectName: "embedded", status, annotations: [], results: [{ errors: [{ message }] }] },
    ],
  });
  const suites = [
    {
      title: "a.spec.ts",
      specs: [spec("signs in", "expected")],
      suites: [{ title: "b", specs: [spec("signs out", "unexpected", "Error: it stays")] }],
    },
  ];
  const report = playwrightReport({ suites, errors: [{ message: "no server" }] });
  expect(report).toMatchObject({ passed: 1, failed: 2 });
  expect(report.failures).toEqual([
    { name: "[embedded] e2e/a.spec.ts:3 › signs out", error: "Error: it stays" },
    { name: "outside tests", error: "no server" },
  ]);
});

import { existsSync, readFileSync } from "node:fs";

/** What a runner's report comes to: `{ passed, failed, skipped: [{ name, why }] }`. */

/**
 * @param file Vitest's JSON report
 * @param code the runner's exit code: not 0 is a failure, whatever the report says
 */
export function vitestReport(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const tests = report.testResults.flatMap((suite) => suite.assertionResults);
  const unloaded = report.testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  const failed = count(tests, "failed") + unloaded;
  return {
    passed: count(tests, "passed"),
    failed: code === 0 ? failed : Math.max(1, failed),
    skipped: tests
      .filter((test) => test.status !== "passed" && test.status !== "failed")
      .map((test) => ({ name: test.fullName, why: reasonOf(test) })),
  };
}

const count = (tests, status) => tests.filter((test) => test.status === status).length;

/** Tests of races run on Postgres only: one connection hides them. */
const reasonOf = (test) =>
  test.status === "todo"
    ? "not written yet"
    : "on the embedded database, whose one connection hides races";

/** @param file Playwright's JSON report */
export function playwrightReport(file, code) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: [] };
  const report = JSON.parse(readFileSync(file, "utf8"));
  const tests = report.suites.flatMap((suite) => specsOf(suite));
  const failed = tests.filter((test) => test.status === "unexpected").length;
  return {
    passed: tests.filter((test) => test.status === "expected" || test.status === "flaky").length,
    failed: code === 0 ? failed : Math.max(1, failed),
    skipped: tests
      .filter((test) => test.status === "skipped")
      .map((test) => ({
        name: test.title,
        why: test.annotations.find((note) => note.type === "skip")?.description ?? "skipped",
      })),
  };
}

function specsOf(suite) {
  return [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({ ...test, title: `${suite.title} › ${spec.title}` })),
    ),
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
}

/** The sum of all runners. */
export function total(results) {
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
    skipped: results.flatMap((result) => result.skipped),
  };
}

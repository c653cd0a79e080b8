import { writeFileSync } from "node:fs";
import path from "node:path";
import { firstLine } from "./test-reports.mjs";

/**
 * What a run of Vitest comes to, as JSON for scripts/test.mjs. Its own JSON names neither the project
 * of a test nor what no test has caught.
 */
export default class VitestReport {
  onTestRunEnd(modules, uncaught) {
    const file = process.env.VITEST_REPORT;
    if (file) writeFileSync(file, JSON.stringify(vitestReport(modules, uncaught)));
  }
}

/** @returns what scripts/test-reports.mjs describes */
export function vitestReport(modules, uncaught) {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state) => tests.filter((test) => test.result().state === state);
  const failures = [
    ...modules.flatMap((module) => module.errors().map((error) => failure(module, error))),
    ...inState("failed").map((test) =>
      failure(test.module, test.result().errors?.[0], test.fullName),
    ),
    ...uncaught.map(failedUnseen),
  ];
  return {
    passed: inState("passed").length,
    failed: failures.length,
    skipped: tests
      .filter((test) => !["passed", "failed"].includes(test.result().state))
      .map((test) => ({ name: test.fullName, why: reasonOf(test) })),
    failures,
  };
}

/** @param name none where the file itself, or what stands around its tests, has failed */
function failure(module, error, name) {
  const place = `[${module.project.name}] ${module.relativeModuleId}`;
  return { name: name ? `${place} › ${name}` : place, error: firstLine(error?.message) };
}

/** A promise that nobody waits for: Vitest knows only what ran at that time. */
function failedUnseen(error) {
  const { name = "Error", message, VITEST_TEST_PATH: file, VITEST_TEST_NAME: test } = error;
  const place = [file && path.relative("", file), test].filter(Boolean).join(" › ") || "no test";
  return { name: `uncaught during ${place}`, error: firstLine(`${name}: ${message}`) };
}

/** Tests of races run on Postgres only; others say themselves why they were left out. */
function reasonOf(test) {
  if (test.options.mode === "todo") return "not written yet";
  return test.result().note ?? "on the embedded database, whose one connection hides races";
}

import { existsSync, readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";

/**
 * What a stage of `npm test` comes to: `{ passed, failed, skipped: [{ name, why }], failures: [{ name,
 * error }] }`.
 */

/** Of what went wrong, characters that stand on one line. */
const LINE = 240;

/** The first line that says something, without colours. */
export function firstLine(text) {
  const lines = stripVTControlCharacters(String(text ?? "")).split("\n");
  return (lines.find((line) => line.trim() !== "") ?? "it says nothing").trim().slice(0, LINE);
}

/** A stage in which one thing failed as a whole. */
export const broken = (name, error) => ({
  passed: 0,
  failed: 1,
  skipped: [],
  failures: [{ name, error: firstLine(error) }],
});

/**
 * The report that a runner has written.
 *
 * @param read makes of the parsed file what a stage comes to
 * @param code the runner's exit code: not 0 is a failure, whatever the report says
 */
export function reportOf(name, file, code, read = (report) => report) {
  if (!existsSync(file)) return broken(name, `it ended with code ${code} and without a report`);
  const result = read(JSON.parse(readFileSync(file, "utf8")));
  if (code === 0 || result.failed > 0) return result;
  const { failures } = broken(name, `it ended with code ${code}; the reason stands above`);
  return { ...result, failed: 1, failures };
}

/** @param report Playwright's JSON */
export function playwrightReport(report) {
  const tests = report.suites.flatMap((suite) => specsOf(suite));
  const ended = (...states) => tests.filter(({ status }) => states.includes(status));
  const failures = [
    ...ended("unexpected").map((test) => ({ name: test.place, error: errorOf(test) })),
    ...report.errors.map((error) => ({ name: "outside tests", error: firstLine(error.message) })),
  ];
  return {
    passed: ended("expected", "flaky").length,
    failed: failures.length,
    skipped: ended("skipped").map((test) => ({
      name: test.title,
      why: test.annotations.find((note) => note.type === "skip")?.description ?? "skipped",
    })),
    failures,
  };
}

const errorOf = ({ results }) =>
  firstLine(
    results.flatMap((result) => result.errors ?? []).find(({ message }) => message)?.message,
  );

function specsOf(suite) {
  return [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map((test) => ({
        ...test,
        title: `${suite.title} › ${spec.title}`,
        place: `[${test.projectName}] e2e/${spec.file}:${spec.line} › ${spec.title}`,
      })),
    ),
    ...(suite.suites ?? []).flatMap(specsOf),
  ];
}

/** The sum of all stages; each failure says in which one. */
export function total(stages) {
  return {
    passed: stages.reduce((sum, { result }) => sum + result.passed, 0),
    failed: stages.reduce((sum, { result }) => sum + result.failed, 0),
    skipped: stages.flatMap(({ result }) => result.skipped),
    failures: stages.flatMap(({ title, result }) =>
      result.failures.map((failure) => ({ stage: title, ...failure })),
    ),
  };
}

/** The end of `npm test`: build servers cut long outputs, so whatever failed stands last. */
export function summaryOf({ passed, failed, skipped, failures }) {
  return [
    ...skipped.map(({ name, why }) => `skipped: ${name} (${why})`),
    ...failures.map(({ stage, name, error }) => `failed: ${stage}: ${name}: ${error}`),
    "",
    `${passed} passed, ${failed} failed, ${skipped.length} skipped`,
  ];
}

import { describe, expect, test } from "vitest";
import type { Context } from "./context";
import { outcomeWords, runOne } from "./job-worker";
import type { Job } from "./jobs";

describe("the outcome that is kept", () => {
  test.each([
    ["sent by smtp", "sent by smtp"],
    ["skipped: the ticket is closed", "skipped: the ticket is closed"],
    ["later: 550 <mina@example.org> is unknown", "later"],
    ["held: Mina\nasks for a person", "held"],
  ])("of %j is %j", (outcome, kept) => expect(outcomeWords(outcome)).toBe(kept));
});

describe("runOne", () => {
  const item = { id: "1", data: {}, startAfter: new Date(), retryLimit: 50 };
  const run = (work: () => Promise<string>, retryCount = 0, output: object = {}) =>
    runOne(
      { name: "test.job", batch: 1, run: work, runRaw: work } as Job<never>,
      { ...item, retryCount, output },
      {} as Context, // the job looks at none of it
    );

  test("is completed, tried again, or given up after the last try", async () => {
    const fail = () => Promise.reject(new Error("for mina@example.org"));
    expect(await run(async () => "done")).toMatchObject({ status: "completed" });
    expect(await run(fail)).toMatchObject({ status: "failed" });
    expect(await run(fail, 50)).toMatchObject({ status: "deadletter" });
    expect(JSON.stringify(await run(fail))).not.toContain("mina");
  });

  test("counts its own failures apart from deaths of its worker", async () => {
    const fail = () => Promise.reject(new Error("no"));
    expect(await run(fail, 4, { failures: 4 })).toMatchObject({
      status: "failed",
      output: { failures: 5 },
    });
    expect(await run(fail, 5, { failures: 5 })).toMatchObject({ status: "deadletter" });
    const died = { value: { message: "job heartbeat timeout" } };
    expect(await run(fail, 12, died)).toMatchObject({ status: "failed", output: { failures: 1 } });
  });
});

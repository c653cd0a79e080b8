import { expect, test } from "vitest";
import { modelConfigs, modelVersions, shadowPredictions } from "@/db/schema/predictor";
import { as, makeContext } from "@/db/testing/context";
import { makeAttempt } from "@/db/testing/make";
import { transaction } from "../platform/context";
import { newId } from "../platform/ids";
import { appendSignal } from "../predictor";
import { readVersions } from "./index";

const SETTINGS = { seed: 1, caution: 0.05 };
const FIGURES = { outcomes: 5, expected: 0.5, cases: 4, solved: 3 };

test("current and shadow are compared by what people said of the same drafts", async () => {
  const ctx = await makeContext({ role: "admin" });
  const [current, shadow] = await ctx.db
    .insert(modelConfigs)
    .values([
      { engineVersion: 2, settings: SETTINGS, state: "current", note: "As the program came" },
      { engineVersion: 2, settings: { ...SETTINGS, caution: 0.2 }, state: "shadow", note: "Safer" },
    ])
    .returning();
  const said = { confidence: 0.9, novelty: 0.1, automatic: true };
  for (const [at, truth] of ["answer:a", "answer:b", null].entries()) {
    const { id: attemptId, ticketId } = await makeAttempt(ctx);
    const row = { attemptId, ...said };
    await ctx.db.insert(shadowPredictions).values([
      { id: newId(), configNumber: current?.number ?? 0, subject: "answer:a", ...row },
      {
        id: newId(),
        configNumber: shadow?.number ?? 0,
        ...row,
        subject: at === 1 ? "answer:b" : "answer:a",
        automatic: at === 0,
      },
    ]);
    if (!truth) continue;
    const kind = "answered" as const;
    const signal = { key: truth, kind, ticketId, subject: truth, createdAt: ctx.now() };
    await transaction(ctx, (tx) => appendSignal(tx.db, signal));
  }

  const { comparison } = await readVersions(ctx);

  expect(comparison).toMatchObject({
    drafts: 3,
    known: 2,
    current: { right: 0.5, automatic: 1, automaticRight: 0.5, ece: expect.closeTo(0.4) },
    shadow: { right: 1, automaticRight: 1, brier: expect.closeTo(0.01), novel: 0 },
  });
  expect(comparison?.shadow.automatic).toBeCloseTo(1 / 3);
});

test("versions say what sets them apart; keys of other systems see nothing", async () => {
  const ctx = await makeContext({ role: "agent" });
  await ctx.db.insert(modelVersions).values([
    { engineVersion: 1, upToSeq: 100, figures: FIGURES },
    { engineVersion: 2, upToSeq: 250, figures: FIGURES },
  ]);
  const view = await readVersions(ctx);
  expect(view.versions.map(({ differs }) => differs)).toEqual([
    ["150 more signals", "program 2 instead of 1"],
    [],
  ]);
  expect(view).toMatchObject({ comparison: null, promoting: false, codeHeld: null });
  const key = await as(ctx, { connection: [] });
  await expect(readVersions(key)).rejects.toMatchObject({ code: "forbidden" });
});

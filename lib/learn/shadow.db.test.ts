import { asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { events } from "@/db/schema/event";
import { modelConfigs, modelVersions, shadowPredictions } from "@/db/schema/predictor";
import { as, makeContext, type TestContext } from "@/db/testing/context";
import { answeredByHand, asked, CRASH_ANSWER, CRASHES, NEW_CRASH } from "@/db/testing/learning";
import { runJobs } from "@/db/testing/run-jobs";
import { transaction } from "../platform/context";
import { appendSignal, newDeskModel, newShadowModel } from "../predictor";
import { ENGINE_VERSION } from "../predictor/model";
import { promoteShadow, restoreConfig, startShadow, stopShadow } from "./index";

const SLOWLY = { timeout: 60_000 };
const TRY = { settings: { seed: 1, caution: 0.2 }, note: "Hold back more" };
const LONG_MS = 60_000;

/** Three corrections, as people's own answers leave them in the ledger. */
async function taught(): Promise<TestContext> {
  const ctx = await makeContext({ role: "admin" });
  await transaction(ctx, async (tx) => {
    for (const [at, text] of CRASHES.entries()) {
      const key = `answer-${at}`;
      const answer = `answer:${at}`;
      await appendSignal(tx.db, {
        key,
        kind: "answered",
        createdAt: tx.now(),
        learned: [{ type: "answered", id: key, text, answer, accepted: false, weight: 1 }],
      });
    }
  });
  return ctx;
}

const configs = (ctx: TestContext) =>
  ctx.db.select().from(modelConfigs).orderBy(asc(modelConfigs.number));

async function modelEvents(ctx: TestContext) {
  const rows = await ctx.db.select().from(events).orderBy(events.seq);
  return rows.filter(({ type }) => type.startsWith("model.")).map(({ type }) => type);
}

/** The shadow as if it had learned nothing of what the ledger holds. */
async function dull(ctx: TestContext, number: number, empty: Uint8Array) {
  const head = (await newDeskModel().current(ctx.db)).seq;
  await ctx.db.insert(modelVersions).values({
    engineVersion: ENGINE_VERSION,
    configNumber: number,
    upToSeq: head,
    snapshot: empty,
    figures: { outcomes: 0, expected: 0, cases: 0, solved: 0 },
  });
}

describe("a shadow", SLOWLY, () => {
  test("is tried one at a time, by those who may, and can be stopped", async () => {
    const ctx = await taught();
    const { number } = await startShadow(ctx, TRY);
    await expect(startShadow(ctx, TRY)).rejects.toMatchObject({ code: "conflict" });
    await runJobs(ctx);

    expect(await configs(ctx)).toMatchObject([
      { state: "current", settings: { seed: 1, caution: 0.05 }, figures: { cases: 3, solved: 3 } },
      { number, state: "shadow", note: "Hold back more", figures: { cases: 3, solved: 3 } },
    ]);
    await stopShadow(ctx, { number });
    expect((await configs(ctx))[1]).toMatchObject({ state: "retired", promotedAt: null });
    expect(await modelEvents(ctx)).toEqual(["model.shadowed", "model.shadowed"]);
    await expect(stopShadow(ctx, { number })).rejects.toMatchObject({ code: "conflict" });
    await expect(promoteShadow(ctx, { number })).rejects.toMatchObject({ code: "conflict" });
    await expect(restoreConfig(ctx, { number })).rejects.toMatchObject({ code: "conflict" });
  });

  test("is nothing that reviewers may touch", async () => {
    const ctx = await taught();
    const { number } = await startShadow(ctx, TRY);
    const reviewer = await as(ctx, { role: "reviewer" });
    const verbs = [startShadow, stopShadow, promoteShadow, restoreConfig];
    for (const verb of verbs) {
      const input = { ...TRY, number };
      await expect(verb(reviewer, input)).rejects.toMatchObject({ code: "forbidden" });
    }
    const [, shadow] = await configs(ctx);
    expect(shadow).toMatchObject({ state: "shadow" });
  });

  test("refuses settings that make no sense, in words", async () => {
    const ctx = await taught();
    const wrong = { settings: { seed: 1, caution: 0.9 }, note: " " };
    await expect(startShadow(ctx, wrong)).rejects.toMatchObject({
      code: "invalid",
      fields: { note: ["Say what is tried."], "settings.caution": [expect.any(String)] },
    });
  });

  test("answers after its promotion, in every process at its next look, and can be gone back on", async () => {
    const ctx = await taught();
    const other = newDeskModel();
    expect((await other.current(ctx.db)).config).toBeNull();
    const { number } = await startShadow(ctx, TRY);
    const [builtIn] = await configs(ctx);
    await promoteShadow(ctx, { number });
    await runJobs(ctx);

    const now = await other.current(ctx.db);
    expect(now).toMatchObject({ config: number, state: { settings: { caution: 0.2 } } });
    expect(now.engine.outcomeCount).toBe(3);
    expect(await configs(ctx)).toMatchObject([
      { state: "retired" },
      { state: "current", figures: { cases: 3, solved: 3, solvedByCurrent: 3, missed: [] } },
    ]);
    expect(await modelEvents(ctx)).toContain("model.promoted");

    await restoreConfig(ctx, { number: builtIn?.number ?? 0 });
    expect((await other.current(ctx.db)).state.settings.caution).toBe(0.05);
    expect(await configs(ctx)).toMatchObject([{ state: "current" }, { state: "retired" }]);
  });

  test("that solves fewer of the corrected tickets is refused, and those are named", async () => {
    const ctx = await makeContext({ role: "admin" });
    await startShadow(ctx, TRY);
    const nothing = await newShadowModel().follow(ctx.db, LONG_MS);
    if (nothing === null || nothing === "building") throw new Error("no shadow");
    const empty = nothing.state.snapshot();
    const number = nothing.config ?? 0;
    const [signal] = await transaction(ctx, async (tx) => [
      await appendSignal(tx.db, {
        key: "k",
        kind: "answered",
        createdAt: tx.now(),
        learned: [
          {
            type: "answered",
            id: "t",
            text: NEW_CRASH,
            answer: "answer:x",
            accepted: false,
            weight: 1,
          },
        ],
      }),
    ]);
    await dull(ctx, number, empty);
    await promoteShadow(ctx, { number });
    await runJobs(ctx);

    expect((await configs(ctx))[1]).toMatchObject({
      state: "refused",
      figures: { cases: 1, solved: 0, solvedByCurrent: 1, missed: [signal?.id] },
    });
    expect((await newDeskModel().current(ctx.db)).state.settings.caution).toBe(0.05);
    const [refused] = await ctx.db.select().from(events).where(eq(events.type, "model.refused"));
    expect(refused?.payload).toEqual({ number, solved: 0, before: 1, cases: 1 });
  });
});

test("drafts are compared, unseen, and not once their ticket has taught its answer", async () => {
  const ctx = await makeContext({ role: "admin" });
  await startShadow(ctx, TRY);
  const [one, two] = CRASHES;
  await answeredByHand(ctx, one, CRASH_ANSWER, { account: "a" });
  await answeredByHand(ctx, two, CRASH_ANSWER, { account: "b" });
  const { last } = await asked(ctx, NEW_CRASH, { account: "c" });

  const of = (attemptId: string) =>
    ctx.db.select().from(shadowPredictions).where(eq(shadowPredictions.attemptId, attemptId));
  const said = await of(last?.id ?? "");
  const numbers = (await configs(ctx)).map(({ number }) => number);
  expect(said.map(({ configNumber }) => configNumber).sort()).toEqual(numbers);
  expect(said[0]?.subject).toMatch(/^answer:/);
  expect(said[0]?.subject).toBe(said[1]?.subject);

  const all = await ctx.db.select().from(shadowPredictions);
  await ctx.db.delete(shadowPredictions);
  for (const { attemptId } of all) {
    await ctx.jobs.send(ctx.db, "learn.shadow-predict", { attemptId });
  }
  await runJobs(ctx);
  const again = await ctx.db.select().from(shadowPredictions);
  expect(new Set(again.map(({ attemptId }) => attemptId))).toEqual(new Set([last?.id]));
}, 60_000);

import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { modelVersions, signals } from "@/db/schema/predictor";
import { makeContext, onPostgres, type TestContext } from "@/db/testing/context";
import { transaction } from "../platform/context";
import { DeskState } from "./desk-state";
import { appendSignal, deskModel, dropSnapshotsFrom, markUndone, newDeskModel } from "./index";
import type { Signal, SignalKind } from "./model";
import { answered, tickets } from "./testing/tickets";

const QUESTIONS = tickets(20, 77).map(({ text }) => text);
const STREAM = tickets(40, 5);

async function tell(
  ctx: TestContext,
  key: string,
  learned: Signal[],
  kind: SignalKind = "answered",
) {
  const row = { key, kind, learned, createdAt: ctx.now() };
  return transaction(ctx, (tx) => appendSignal(tx.db, row));
}

async function teachSome(ctx: TestContext, from: number, to: number) {
  for (const [at, { text, answer }] of STREAM.slice(from, to).entries()) {
    await tell(ctx, `t${from + at}`, [answered(`t${from + at}`, text, answer)]);
  }
}

async function answersOf(ctx: TestContext, model = newDeskModel()) {
  const { engine } = await model.current(ctx.db);
  return QUESTIONS.map((text) => engine.predict(text));
}

describe("the ledger is the truth", () => {
  test("a process that follows, and one that starts now, predict the same", async () => {
    const ctx = await makeContext();
    const follows = newDeskModel();
    await teachSome(ctx, 0, 15);
    await answersOf(ctx, follows);
    await teachSome(ctx, 15, 40);

    expect(await answersOf(ctx, follows)).toEqual(await answersOf(ctx));
  });

  test("a signal counts once, and takes part in the next prediction", async () => {
    const ctx = await makeContext();
    await teachSome(ctx, 0, 10);
    const crash = answered("c", "the map crashes the app", "crash");
    expect(await tell(ctx, "crash", [crash])).not.toBeNull();
    expect(await tell(ctx, "crash", [crash])).toBeNull();

    const { engine } = await deskModel.current(ctx.db);

    expect(engine.outcomeCount).toBe(11);
    expect(engine.predict("app crashes on the map").candidates[0]?.answer).toBe("crash");
  });

  test("what is taken back leaves no trace, in a running process and in a new one", async () => {
    const ctx = await makeContext();
    const running = newDeskModel();
    await teachSome(ctx, 0, 12);
    const without = await answersOf(ctx, running);
    const row = await tell(ctx, "crash", [answered("c", "the map crashes the app", "crash")]);
    expect(await answersOf(ctx, running)).not.toEqual(without);

    await transaction(ctx, async (tx) => {
      await markUndone(tx.db, row?.id ?? "", { personId: null, at: tx.now() });
      await appendSignal(tx.db, { key: "undone", kind: "undone", createdAt: tx.now() });
      await dropSnapshotsFrom(tx.db, row?.seq ?? 0);
    });

    expect(await answersOf(ctx, running)).toEqual(without);
    expect(await answersOf(ctx)).toEqual(without);
  });

  test("what a roll-back passes over is out; articles stay; undoing it goes forward again", async () => {
    const ctx = await makeContext();
    await teachSome(ctx, 0, 12);
    const [last] = await ctx.db.select().from(signals).where(eq(signals.key, "t11"));
    const before = await answersOf(ctx);
    await teachSome(ctx, 12, 20);
    const after = await answersOf(ctx);
    const roll = { upToSeq: last?.seq, number: 1 };
    const row = await transaction(ctx, (tx) =>
      appendSignal(tx.db, { key: "r", kind: "rolled_back", payload: roll, createdAt: tx.now() }),
    );
    expect(await answersOf(ctx)).toEqual(before);

    await transaction(ctx, async (tx) => {
      await markUndone(tx.db, row?.id ?? "", { personId: null, at: tx.now() });
      await appendSignal(tx.db, { key: "undone", kind: "undone", createdAt: tx.now() });
    });

    expect(await answersOf(ctx)).toEqual(after);
  });

  test("a version is kept with its figures, and a start from it is the same", async () => {
    const ctx = await makeContext();
    const all = tickets(101, 9);
    await transaction(ctx, async (tx) => {
      for (const [at, { text, answer }] of all.entries()) {
        const learned = [answered(`v${at}`, text, answer)];
        await appendSignal(tx.db, {
          key: `v${at}`,
          kind: "answered",
          learned,
          createdAt: tx.now(),
        });
      }
    });
    const running = newDeskModel();
    const first = await answersOf(ctx, running);

    const [version] = await ctx.db.select().from(modelVersions);
    expect(version?.figures).toMatchObject({ outcomes: 101, cases: 100 });
    expect(version?.figures.solved).toBeGreaterThan(80);
    expect(version?.snapshot?.length).toBeGreaterThan(1000);
    expect(await answersOf(ctx)).toEqual(first);

    await ctx.db.update(modelVersions).set({ snapshot: new Uint8Array([1, 2, 3]) });
    expect(await answersOf(ctx)).toEqual(first);
  }, 60_000);

  test("labels and the desk's own calibration are in it, and go with what is taken back", async () => {
    const ctx = await makeContext();
    const running = newDeskModel();
    await running.current(ctx.db);
    const text = "the invoice is wrong";
    const row = new Array<number>(18).fill(0.5);
    const judged: Signal = { type: "judged", id: "j", row, right: false, weight: 1 };
    const label: Signal = {
      type: "labelled",
      id: "l",
      text,
      space: "intent",
      label: "billing",
      insteadOf: null,
      weight: 1,
    };
    const told = await tell(ctx, "both", [answered("a", text, "invoice"), label, judged]);
    const standOf = async (model = newDeskModel()) => {
      const { labels, calibrator, engine } = await model.current(ctx.db);
      const guess = labels.predict("intent", text);
      return [guess?.label ?? null, calibrator.outcomeCount, engine.outcomeCount];
    };
    expect(await standOf(running)).toEqual(["billing", 1, 1]);
    await teachSome(ctx, 0, 40);
    expect(await standOf()).toEqual(["billing", 1, 1 + STREAM.length]);

    const { state } = await running.current(ctx.db);
    const again = DeskState.restored(state.settings, state.snapshot());
    expect(again.labels.predict("intent", text)).toEqual(state.labels.predict("intent", text));
    expect(again.engine.predict(text)).toEqual(state.engine.predict(text));
    expect(again.calibrator.outcomeCount).toBe(1);
    expect(() => DeskState.restored({ seed: 2, caution: 0.05 }, state.snapshot())).toThrow(
      RangeError,
    );

    await transaction(ctx, async (tx) => {
      await markUndone(tx.db, told?.id ?? "", { personId: null, at: tx.now() });
      await appendSignal(tx.db, { key: "undone", kind: "undone", createdAt: tx.now() });
      await dropSnapshotsFrom(tx.db, told?.seq ?? 0);
    });
    expect(await standOf(running)).toEqual([null, 0, STREAM.length]);
    expect(await standOf()).toEqual([null, 0, STREAM.length]);
  }, 60_000);

  test.skipIf(!onPostgres)("numbers are the order of commits, whoever is slower", async () => {
    const ctx = await makeContext();
    const writers = Array.from({ length: 8 }, (_, at) =>
      transaction(ctx, async (tx) => {
        const row = await appendSignal(tx.db, {
          key: `w${at}`,
          kind: "quiet",
          createdAt: tx.now(),
        });
        const seen = await ctx.db.select({ seq: signals.seq }).from(signals);
        // Whoever holds the lock sees all smaller numbers committed.
        return { own: row?.seq ?? 0, seen: seen.map(({ seq }) => seq) };
      }),
    );
    for (const { own, seen } of await Promise.all(writers)) {
      expect(Math.max(0, ...seen)).toBeLessThan(own);
    }
  });
});

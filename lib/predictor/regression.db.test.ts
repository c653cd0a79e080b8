import { isNotNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { modelConfigs, modelVersions, signals } from "@/db/schema/predictor";
import { makeContext, type TestContext } from "@/db/testing/context";
import { transaction } from "../platform/context";
import { isWorse } from "./code-gate";
import { acceptHeldCode, appendSignal, markUndone, newDeskModel, regressionCases } from "./index";
import { ENGINE_VERSION, type Signal, type SignalKind } from "./model";
import { answered, tickets } from "./testing/tickets";

async function tell(ctx: TestContext, key: string, kind: SignalKind, learned: Signal[]) {
  const row = { key, kind, learned, createdAt: ctx.now() };
  const stored = await transaction(ctx, (tx) => appendSignal(tx.db, row));
  if (!stored) throw new Error(`${key} was told before`);
  return stored;
}

const END = Number.MAX_SAFE_INTEGER;
const LATE = "My parcel from last week has still not arrived at our office.";
const right = async (ctx: TestContext) =>
  (await regressionCases(ctx.db, END)).map((one) => one.right);

const labelled = (text: string, label: string): Signal => ({
  type: "labelled",
  id: text,
  text,
  space: "intent",
  label,
  insteadOf: "other",
  weight: 1,
});

describe("regression cases", { timeout: 60_000 }, () => {
  test("are the corrections of people: answers, changed drafts, labels; not approvals", async () => {
    const ctx = await makeContext();
    await tell(ctx, "a", "answered", [answered("a", LATE, "answer:late")]);
    await tell(ctx, "b", "edited", [answered("b", "send the invoice", "answer:invoice")]);
    await tell(ctx, "c", "approved", [answered("c", "how to cancel", "answer:cancel", true)]);
    await tell(ctx, "d", "relabelled", [labelled("refund my order", "refund")]);
    await tell(ctx, "e", "answered", [
      answered("e", "where is my key", "answer:key"),
      labelled("where is my key", "let stand"),
    ]);
    expect(await right(ctx)).toEqual(["answer:key", "refund", "answer:invoice", "answer:late"]);
    expect((await regressionCases(ctx.db, END, 2)).map((one) => one.right)).toEqual([
      "answer:key",
      "refund",
    ]);
  });

  test("retire when nearly the same question got something else later, also by an approval", async () => {
    const ctx = await makeContext();
    await tell(ctx, "a", "answered", [answered("a", LATE, "answer:old")]);
    await tell(ctx, "b", "answered", [answered("b", "Where do I find my invoices?", "answer:old")]);
    await tell(ctx, "c", "approved", [answered("c", `${LATE} Hello`, "answer:new", true)]);
    await tell(ctx, "l1", "relabelled", [labelled("refund my order", "one")]);
    await tell(ctx, "l2", "relabelled", [labelled("refund my order", "two")]);
    expect(await right(ctx)).toEqual(["two", "answer:old"]);
  });

  test("stand when the later answer is another account's own", async () => {
    const ctx = await makeContext();
    const of = (scope: string, answer: string) => ({
      ...answered(scope, LATE, answer),
      scope,
      owner: scope,
    });
    await tell(ctx, "a", "answered", [of("acme", "answer:acme")]);
    await tell(ctx, "b", "answered", [of("other", "answer:other")]);
    expect(await right(ctx)).toEqual(["answer:other", "answer:acme"]);
  });

  test("retire with their answer, come back with it, and go when they are taken back", async () => {
    const ctx = await makeContext();
    const row = await tell(ctx, "a", "answered", [answered("a", LATE, "answer:late")]);
    const retired: Signal = { type: "retired", id: "r", answer: "answer:late", replacedBy: "x" };
    await tell(ctx, "r", "answer", [retired]);
    expect(await right(ctx)).toEqual([]);
    await tell(ctx, "s", "answer", [{ type: "restored", id: "s", answer: "answer:late" }]);
    expect(await right(ctx)).toEqual(["answer:late"]);
    await transaction(ctx, (tx) => markUndone(tx.db, row.id, { personId: null, at: tx.now() }));
    expect(await right(ctx)).toEqual([]);
  });

  test("of what a roll-back passed over are none", async () => {
    const ctx = await makeContext();
    const first = await tell(ctx, "a", "answered", [answered("a", LATE, "answer:late")]);
    await tell(ctx, "b", "answered", [answered("b", "send the invoice", "answer:invoice")]);
    await ctx.db.insert(signals).values({
      id: crypto.randomUUID(),
      key: "back",
      kind: "rolled_back",
      payload: { upToSeq: first.seq },
      createdAt: ctx.now(),
    });
    expect(await right(ctx)).toEqual(["answer:late"]);
  });
});

describe("new code", { timeout: 60_000 }, () => {
  const FIGURES = { outcomes: 20, expected: 0.9, cases: 20, solved: 20 };

  /** A ledger that the last version of the code had learned, which solved so many of its cases. */
  async function learnedBefore(ctx: TestContext, solved: number) {
    let last = 0;
    for (const [at, { text, answer }] of tickets(20, 3).entries()) {
      last = (await tell(ctx, `n${at}`, "answered", [answered(`n${at}`, `${text} ${at}`, answer)]))
        .seq;
    }
    await ctx.db.insert(modelVersions).values({
      engineVersion: ENGINE_VERSION - 1,
      upToSeq: last,
      figures: { ...FIGURES, solved },
    });
  }

  test("that solves as many goes on", async () => {
    const ctx = await makeContext();
    await learnedBefore(ctx, 10);
    expect((await newDeskModel().current(ctx.db)).codeHeld).toBe(false);
    expect(await ctx.db.select().from(modelConfigs)).toEqual([]);
  });

  test("that solves fewer is held in every process, once, until a person accepts it", async () => {
    const ctx = await makeContext({ role: "admin" });
    await learnedBefore(ctx, 40); // more than there are: a measure that no code can reach
    const [one, two] = [newDeskModel(), newDeskModel()];
    expect((await one.current(ctx.db)).codeHeld).toBe(true);
    expect((await two.current(ctx.db)).codeHeld).toBe(true);
    expect((await one.current(ctx.db)).codeHeld).toBe(true);
    const rows = await ctx.db.select().from(modelConfigs);
    expect(rows).toMatchObject([{ state: "refused", engineVersion: ENGINE_VERSION }]);
    const kept = await ctx.db.select().from(modelVersions).where(isNotNull(modelVersions.snapshot));
    expect(kept).toMatchObject([{ engineVersion: ENGINE_VERSION, figures: { outcomes: 20 } }]);

    const personId = ctx.actor.type === "person" ? ctx.actor.personId : "";
    const by = { personId, at: ctx.now() };
    expect(await acceptHeldCode(ctx.db, ENGINE_VERSION, by)).toBe(rows[0]?.number);
    expect(await acceptHeldCode(ctx.db, ENGINE_VERSION, by)).toBeNull();
    expect((await one.current(ctx.db)).codeHeld).toBe(false);
    expect((await newDeskModel().current(ctx.db)).codeHeld).toBe(false);
  });

  test("is compared on the same cases where they are known, else by share", () => {
    const cases = [1, 2, 3].map((seq) => ({ id: `s${seq}`, seq }));
    const now = { cases: 3, solved: 2, since: 1, missed: ["s3"] };
    const had = (missed: string[], since = 1) => ({ cases: 3, solved: 0, since, missed });
    expect(isWorse(now, had([]), cases)).toBe(true);
    expect(isWorse(now, had(["s1"]), cases)).toBe(false);
    // A case that has retired since counts for neither; one from before it was measured, too.
    expect(isWorse(now, had(["gone"]), cases)).toBe(true);
    expect(isWorse({ ...now, missed: ["s1"] }, had([], 2), cases)).toBe(false);
    expect(isWorse(now, { cases: 10, solved: 6 }, cases)).toBe(false);
    expect(isWorse(now, { cases: 10, solved: 7 }, cases)).toBe(true);
  });
});

import { setImmediate as breathe } from "node:timers/promises";
import type { Db } from "@/db/client";
import type { DeskState } from "./desk-state";
import type { Facts, LabelSpace, Signal, SignalKind, VersionFigures } from "./model";
import { type Lesson, outOfUse, standingRollBacks, teachings } from "./signal-store";
import { normaliseText, splitWords } from "./text";

/** Newest lessons that are looked at for cases, and for what contradicts them. */
const LOOKED_AT = 1000;
/** Cases that a version is judged by, at most. */
const CASES = 100;
/** Two questions with this share of their words in common are the same one. */
const NEARLY = 0.8;

/** A ticket that a person had to correct, and that must not be got wrong again. */
interface RegressionCase {
  /** The signal that taught it. */
  id: string;
  seq: number;
  text: string;
  facts: Facts | undefined;
  /** The account that asked. */
  scope: string | undefined;
  /** What fits: an answer as the predictor names it, or a label of that space. */
  right: string;
  space: LabelSpace | null;
  words: ReadonlySet<string>;
  /** The only account that may get that answer; null: everyone. */
  owner: string | null;
}

/** Kinds of the ledger that correct; an approval only contradicts. */
const CORRECTING: readonly SignalKind[] = ["answered", "edited", "relabelled"];

/**
 * The latest corrections that still hold, the newest first: a person's own answer, a draft that was
 * changed, a label that was set right. One is left out when it was taken back, when nearly the same
 * question got something else later, or when its answer is no longer in use.
 */
export async function regressionCases(
  db: Db,
  upToSeq: number,
  limit = CASES,
): Promise<RegressionCase[]> {
  const out = (await standingRollBacks(db)).map(({ seq, payload }) => ({
    from: Number(payload.upToSeq),
    to: seq,
  }));
  const later: RegressionCase[] = [];
  const cases: RegressionCase[] = [];
  for (const row of await teachings(db, upToSeq, LOOKED_AT)) {
    if (cases.length >= limit) break;
    if (out.some(({ from, to }) => row.seq > from && row.seq < to)) continue;
    for (const one of taughtBy(row)) {
      const contradicted = later.some((other) => contradicts(other, one));
      if (!contradicted && CORRECTING.includes(row.kind)) cases.push(one);
      later.push(one);
    }
    await breathe();
  }
  const gone = await outOfUse(db, upToSeq, [...new Set(cases.map(({ right }) => right))]);
  return cases.filter(({ right, space }) => space !== null || !gone.has(right)).slice(0, limit);
}

function taughtBy({ id, seq, kind, learned }: Lesson): RegressionCase[] {
  return learned.flatMap((signal) => {
    const of = lessonOf(signal, kind);
    if (!of) return [];
    const words = new Set(splitWords(normaliseText(of.text)));
    return [{ id, seq, words, ...of }];
  });
}

/** A label that was merely let stand is no correction. */
function lessonOf(
  signal: Signal,
  kind: SignalKind,
): Omit<RegressionCase, "id" | "seq" | "words"> | null {
  if (signal.type === "answered") {
    const { text, facts, scope, answer, owner } = signal;
    return { text, facts, scope, right: answer, space: null, owner: owner ?? null };
  }
  if (signal.type !== "labelled" || kind !== "relabelled") return null;
  const { text, facts, space, label } = signal;
  return { text, facts, scope: undefined, right: label, space, owner: null };
}

/** Whether `later` says something else to nearly the same question, to one who may get it. */
function contradicts(later: RegressionCase, one: RegressionCase): boolean {
  if (later.space !== one.space || later.right === one.right) return false;
  if (later.owner !== null && later.owner !== one.scope) return false;
  return alike(later.words, one.words);
}

/** @returns true when the words in common are most of all words (Jaccard's index) */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < NEARLY * large.size) return false;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return common >= NEARLY * (one.size + other.size - common);
}

/** How a state does on cases, with the signals of those that it gets wrong. */
export async function solve(
  state: DeskState,
  cases: readonly RegressionCase[],
): Promise<Pick<VersionFigures, "cases" | "solved" | "since" | "missed">> {
  const missed: string[] = [];
  for (const one of cases) {
    if (!isSolved(state, one)) missed.push(one.id);
    await breathe();
  }
  const since = cases.at(-1)?.seq;
  return {
    cases: cases.length,
    solved: cases.length - missed.length,
    missed,
    ...(since !== undefined && { since }),
  };
}

function isSolved({ engine, labels }: DeskState, one: RegressionCase): boolean {
  if (one.space) return labels.predict(one.space, one.text, one.facts)?.label === one.right;
  const [first] = engine.predict(one.text, one.facts, one.scope).candidates;
  return first?.answer === one.right;
}

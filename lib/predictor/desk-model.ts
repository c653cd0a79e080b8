import { setImmediate as breathe } from "node:timers/promises";
import type { Db } from "@/db/client";
import { Engine } from "./engine";
import { FACT_KINDS, REBUILD_KINDS, type VersionFigures } from "./model";
import {
  correctedCases,
  type Lesson,
  ledgerHead,
  signalsAfter,
  standingRollBacks,
} from "./signal-store";
import { insertVersion, newestSnapshot } from "./version-store";

/** Changes when the same signals would give other predictions: snapshots of others are not read. */
const ENGINE_VERSION = 1;
const SEED = 1;
/** Signals read at once. */
const PAGE = 200;
/** Signals after which a version is kept; a restart learns at most so many again. */
const KEEP_EVERY = 100;
/** Corrections that a version is judged by. */
const CASES = 100;

/**
 * What the desk has learned, as of the ledger in the database. A process holds one, and brings it
 * up to date before each use: a snapshot and the signals since, or all of them. Learning takes some
 * 5 ms a signal and predicting 1–3 ms, so both run on the process's own thread; between signals
 * others get their turn.
 */
class DeskModel {
  private engine: Engine | null = null;
  /** The last signal that was read; its id tells whether it is still the same ledger. */
  private applied = { seq: 0, id: null as string | null };
  /** Up to here, the ledger said which signals were taken back when it was read. */
  private builtTo = 0;
  private kept = 0;
  private queue: Promise<unknown> = Promise.resolve();

  /** The engine, up to date with everything that is committed, and its version. */
  current(db: Db): Promise<{ engine: Engine; version: string }> {
    const next = this.queue.then(() => this.advance(db));
    this.queue = next.catch(() => undefined); // one failure must not block those behind it
    return next;
  }

  private async advance(db: Db): Promise<{ engine: Engine; version: string }> {
    const { head, id } = await ledgerHead(db, this.applied.seq);
    let engine = this.engine;
    if (!engine || id !== this.applied.id || head < this.applied.seq) {
      engine = await this.start(db, head);
    }
    while (this.applied.seq < head) {
      const page = await signalsAfter(db, this.applied.seq, PAGE);
      if (page.length === 0) break;
      const takesBack = (lesson: Lesson) =>
        lesson.seq > this.builtTo && REBUILD_KINDS.includes(lesson.kind);
      if (page.some(takesBack)) engine = await this.start(db, head);
      else await this.learn(db, engine, page);
    }
    if (this.applied.seq - this.kept >= KEEP_EVERY) await this.keep(db, engine);
    return { engine, version: `${ENGINE_VERSION}.${this.applied.seq}` };
  }

  /** Begins again from the newest snapshot that still holds. */
  private async start(db: Db, head: number): Promise<Engine> {
    let engine = new Engine(SEED);
    let from = 0;
    const newest = await newestSnapshot(db, ENGINE_VERSION);
    try {
      if (newest) engine.restore(newest.snapshot);
      from = newest?.upToSeq ?? 0;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      engine = new Engine(SEED); // no snapshot of this code: all signals, then
    }
    this.applied = { seq: from, id: (await ledgerHead(db, from)).id };
    this.builtTo = head;
    this.kept = from;
    this.engine = engine;
    return engine;
  }

  private async learn(db: Db, engine: Engine, page: readonly Lesson[]): Promise<void> {
    const out = (await standingRollBacks(db)).map(({ seq, payload }) => ({
      from: Number(payload.upToSeq),
      to: seq,
    }));
    for (const lesson of page) {
      const { seq, kind } = lesson;
      const rolledBack =
        !FACT_KINDS.includes(kind) && out.some(({ from, to }) => seq > from && seq < to);
      if (lesson.undoneAt === null && !rolledBack) {
        for (const signal of lesson.learned) engine.learn(signal);
        if (lesson.learned.length > 0) await breathe();
      }
      this.applied = { seq, id: lesson.id };
    }
  }

  private async keep(db: Db, engine: Engine): Promise<void> {
    const { seq } = this.applied;
    await insertVersion(db, {
      engineVersion: ENGINE_VERSION,
      upToSeq: seq,
      snapshot: engine.snapshot(),
      figures: await figuresOf(db, engine, seq),
    });
    this.kept = seq;
  }
}

async function figuresOf(db: Db, engine: Engine, seq: number): Promise<VersionFigures> {
  let cases = 0;
  let solved = 0;
  for (const { learned } of await correctedCases(db, seq, CASES)) {
    const taught = learned.find((signal) => signal.type === "answered");
    if (!taught) continue;
    const { candidates } = engine.predict(taught.text, taught.facts, taught.scope);
    cases++;
    if (candidates[0]?.answer === taught.answer) solved++;
    await breathe();
  }
  return { outcomes: engine.outcomeCount, expected: engine.expectedShare, cases, solved };
}

/** A fresh copy, as a process that has just started would hold. */
export const newDeskModel = () => new DeskModel();

/** This process's own. */
export const deskModel = newDeskModel();

import { setImmediate as breathe } from "node:timers/promises";
import type { Db } from "@/db/client";
import type { Calibrator } from "./calibrator";
import { type Before, judgeCode } from "./code-gate";
import { standing } from "./config-store";
import { DeskState, sameSettings } from "./desk-state";
import type { Engine } from "./engine";
import type { Labels } from "./labels";
import {
  ENGINE_VERSION,
  EngineSettings,
  FACT_KINDS,
  REBUILD_KINDS,
  type VersionFigures,
} from "./model";
import { regressionCases, solve } from "./regression";
import { type Lesson, signalsAfter, standingRollBacks } from "./signal-store";
import { insertVersion, newestSnapshot, newestVersion } from "./version-store";

/** Signals read at once. */
const PAGE = 200;
/** Signals after which a version is kept; a restart learns at most so many again. */
const KEEP_EVERY = 100;
/** The same while a state is built from the beginning: a killed worker goes on from there. */
const KEEP_WHILE_BUILDING = 5000;

/** What the desk knows now. */
export interface Current {
  state: DeskState;
  engine: Engine;
  labels: Labels;
  calibrator: Calibrator;
  /** The configuration; null: the built-in one, as long as nothing else was tried. */
  config: number | null;
  /** The last signal in it. */
  seq: number;
  version: string;
  /** This version of the program solves fewer cases than the last: nothing is sent on its word. */
  codeHeld: boolean;
}

/**
 * What the desk has learned, as of the ledger in the database. A process holds one, and brings it
 * up to date before each use: a snapshot and the signals since, or all of them. Learning takes some
 * 5 ms a signal and predicting 1–3 ms, so both run on the process's own thread; between signals
 * others get their turn.
 */
export class DeskModel {
  private state: DeskState | null = null;
  private config: { number: number | null; settings: EngineSettings } = BUILT_IN;
  /** The last signal that was read; its id tells whether it is still the same ledger. */
  private applied = { seq: 0, id: null as string | null };
  /** Up to here, the ledger said which signals were taken back when it was read. */
  private builtTo = 0;
  private kept = 0;
  /** What other code had reached, when this code begins from nothing. */
  private before: Before | null = null;
  /** It could do more. From the next look on, the database tells. */
  private worse = false;
  private queue: Promise<unknown> = Promise.resolve();

  /** @param follows `shadow`: nothing, while there is none */
  constructor(private readonly follows: "current" | "shadow" = "current") {}

  /** Everything learned, up to date with what is committed: ledger and configuration. */
  async current(db: Db): Promise<Current> {
    const found = await this.follow(db);
    if (!found) throw new Error("only a shadow may be missing");
    return found;
  }

  /** The same; null when there is no configuration to follow. */
  follow(db: Db): Promise<Current | null> {
    const next = this.queue.then(() => this.advance(db));
    this.queue = next.catch(() => undefined); // one failure must not block those behind it
    return next;
  }

  private async advance(db: Db): Promise<Current | null> {
    const now = await standing(db, this.applied.seq, this.follows, ENGINE_VERSION);
    this.worse = false;
    if (!now.config && this.follows === "shadow") {
      this.state = null;
      return null;
    }
    const config = now.config ?? BUILT_IN;
    const same = sameSettings(config.settings, this.config.settings);
    this.config = config;
    let { state } = this;
    const { head } = now;
    if (!state || !same || now.id !== this.applied.id || head < this.applied.seq) {
      state = await this.start(db, head);
    }
    while (this.applied.seq < head) {
      const page = await this.nextPage(db);
      if (page.length === 0) break;
      const takesBack = (lesson: Lesson) =>
        lesson.seq > this.builtTo && REBUILD_KINDS.includes(lesson.kind);
      if (page.some(takesBack)) state = await this.start(db, head);
      else await this.learn(db, state, page);
      const far = this.applied.seq - this.kept >= KEEP_WHILE_BUILDING;
      if (far && !this.before) await this.keep(db, state);
    }
    await this.judge(db, state);
    if (this.applied.seq - this.kept >= KEEP_EVERY) await this.keep(db, state);
    return this.told(state, now.codeHeld || this.worse);
  }

  private told(state: DeskState, codeHeld: boolean): Current {
    const { engine, labels, calibrator } = state;
    const { number } = this.config;
    const { seq } = this.applied;
    const version = `${ENGINE_VERSION}.${number ?? 0}.${seq}`;
    return { state, engine, labels, calibrator, config: number, seq, version, codeHeld };
  }

  /** Begins again from the newest snapshot that still holds. */
  private async start(db: Db, head: number): Promise<DeskState> {
    const { number, settings } = this.config;
    let state = new DeskState(settings);
    let from = 0;
    const newest = await newestSnapshot(db, ENGINE_VERSION, number);
    try {
      if (newest) state = DeskState.restored(settings, newest.snapshot);
      from = newest?.upToSeq ?? 0;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      state = new DeskState(settings); // no snapshot of this code: all signals, then
    }
    const last = from === 0 && this.follows === "current" ? await newestVersion(db, number) : null;
    this.before = last && last.engineVersion !== ENGINE_VERSION ? last : null;
    this.applied = { seq: from, id: (await standing(db, from, "current", ENGINE_VERSION)).id };
    this.builtTo = head;
    this.kept = from;
    this.state = state;
    return state;
  }

  /** The signals that come next; those that other code had learned by themselves. */
  private async nextPage(db: Db): Promise<Lesson[]> {
    const page = await signalsAfter(db, this.applied.seq, PAGE);
    const { before } = this;
    if (!before) return page;
    const known = page.filter(({ seq }) => seq <= before.upToSeq);
    if (known.length > 0) return known;
    if (this.state) await this.judge(db, this.state);
    return page;
  }

  /** Measures new code by what the old one could do, once. */
  private async judge(db: Db, state: DeskState): Promise<void> {
    const { before } = this;
    if (!before) return;
    this.worse = !(await judgeCode(db, state, before, ENGINE_VERSION));
    this.before = null;
    this.kept = Math.min(this.kept, this.applied.seq - KEEP_EVERY); // so that it is measured once
  }

  private async learn(db: Db, state: DeskState, page: readonly Lesson[]): Promise<void> {
    const out = (await standingRollBacks(db)).map(({ seq, payload }) => ({
      from: Number(payload.upToSeq),
      to: seq,
    }));
    for (const lesson of page) {
      const { seq, kind } = lesson;
      const rolledBack =
        !FACT_KINDS.includes(kind) && out.some(({ from, to }) => seq > from && seq < to);
      if (lesson.undoneAt === null && !rolledBack) {
        for (const signal of lesson.learned) state.learn(signal);
        if (lesson.learned.length > 0) await breathe();
      }
      this.applied = { seq, id: lesson.id };
    }
  }

  private async keep(db: Db, state: DeskState): Promise<void> {
    const { seq } = this.applied;
    await insertVersion(db, {
      engineVersion: ENGINE_VERSION,
      configNumber: this.config.number,
      upToSeq: seq,
      snapshot: state.snapshot(),
      figures: await figuresOf(db, state, seq),
    });
    this.kept = seq;
  }
}

const BUILT_IN = { number: null, settings: EngineSettings.parse({}) };

/** How a state stands, as of a signal that it has learned. */
export async function figuresOf(db: Db, state: DeskState, seq: number): Promise<VersionFigures> {
  const { engine } = state;
  return {
    outcomes: engine.outcomeCount,
    expected: engine.expectedShare,
    ...(await solve(state, await regressionCases(db, seq))),
  };
}

/** A fresh copy, as a process that has just started would hold. */
export const newDeskModel = () => new DeskModel();

/** This process's own. */
export const deskModel = newDeskModel();

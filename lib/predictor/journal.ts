import { Engine } from "./engine";
import type { Signal } from "./model";

/**
 * Where signals are kept, in order. The database will be one; tests and the replay use memory.
 * Engines are only a cache of it.
 */
export interface Journal {
  append(signal: Signal): void;
  /** Signals from a place on, first to last, without those taken back. */
  read(from: number): Iterable<Signal>;
}

/** A journal in memory, from which signals can be taken back by id. */
export class MemoryJournal implements Journal {
  private readonly signals: Signal[] = [];
  private readonly undone = new Set<string>();

  append(signal: Signal): void {
    this.signals.push(signal);
  }

  /** Takes a signal back; engines must be rebuilt to follow. */
  undo(id: string): void {
    this.undone.add(id);
  }

  *read(from: number): Iterable<Signal> {
    for (let i = from; i < this.signals.length; i++) {
      const signal = this.signals[i];
      if (signal !== undefined && !this.undone.has(signal.id)) yield signal;
    }
  }
}

/**
 * The engine that a journal stands for.
 *
 * @param snapshot an earlier state, with the number of signals in it, to save time; it must not
 *   hold a signal that was taken back since
 * @throws {RangeError} when the snapshot can't be read; call again without one
 */
export function rebuild(
  seed: number,
  journal: Journal,
  snapshot?: { bytes: Uint8Array; signals: number },
): Engine {
  const engine = new Engine(seed);
  if (snapshot) engine.restore(snapshot.bytes);
  for (const signal of journal.read(snapshot?.signals ?? 0)) engine.learn(signal);
  return engine;
}

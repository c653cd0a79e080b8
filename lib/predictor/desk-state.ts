import { Calibrator } from "./calibrator";
import { Engine } from "./engine";
import { Labels } from "./labels";
import type { EngineSettings, Signal } from "./model";
import { SnapshotReader, SnapshotWriter } from "./snapshot";

/**
 * Everything that one desk has learned: which answer fits, what tickets are called, and how far its
 * own confidence can be trusted. The same settings and signals give the same state.
 */
export class DeskState {
  readonly engine: Engine;
  readonly labels: Labels;
  readonly calibrator = new Calibrator();

  constructor(readonly settings: EngineSettings) {
    this.engine = new Engine(settings);
    this.labels = new Labels(settings.seed);
  }

  /** Takes one signal into account, in the part that it is for. */
  learn(signal: Signal): void {
    if (signal.type === "labelled") this.labels.learn(signal);
    else if (signal.type === "judged") this.calibrator.learn(signal);
    else this.engine.learn(signal);
  }

  /** All parts in one buffer, so that none can be older than the others. */
  snapshot(): Uint8Array {
    const to = new SnapshotWriter();
    to.value("settings", this.settings);
    to.array("engine", this.engine.snapshot());
    this.labels.save(to);
    this.calibrator.save(to);
    return to.finish();
  }

  /** @throws {RangeError} when the bytes are no snapshot of this code and these settings */
  static restored(settings: EngineSettings, snapshot: Uint8Array): DeskState {
    const from = new SnapshotReader(snapshot);
    const state = new DeskState(settings);
    if (!sameSettings(from.value<EngineSettings>("settings"), settings)) {
      throw new RangeError("the snapshot was made with other settings");
    }
    state.engine.restore(from.octets("engine"));
    state.labels.load(from);
    state.calibrator.load(from);
    return state;
  }
}

export const sameSettings = (one: EngineSettings, other: EngineSettings): boolean =>
  one.seed === other.seed && one.caution === other.caution;

import { Engine } from "../../lib/predictor";
import type { Row } from "./csv";
import { median } from "./figures";
import { progress } from "./progress";

export interface ScaleFigures {
  learned: number;
  predictP50: number;
  updateP50: number;
  rssMb: number;
  snapshotMb: number;
  restartSeconds: number;
  sameAnswers: boolean;
}

const MEGABYTE = 1_000_000;
/** Timings are taken over the last tickets only, when the engine is full. */
const TIMED = 1000;
const COMPARED = 200;

/** A new engine from the snapshot must answer everything as the old one does. */
export function restart(
  engine: Engine,
  texts: readonly string[],
): { seconds: number; megabytes: number; sameAnswers: boolean } {
  const snapshot = engine.snapshot();
  const start = performance.now();
  const restored = new Engine();
  restored.restore(snapshot);
  const seconds = (performance.now() - start) / 1000;
  const sameAnswers = texts.every(
    (text) => JSON.stringify(engine.predict(text)) === JSON.stringify(restored.predict(text)),
  );
  return { seconds, megabytes: Math.round(snapshot.length / MEGABYTE), sameAnswers };
}

/** Learns `count` tickets, the given ones over and over, each time with other words around them. */
export function playScale(rows: readonly Row[], count: number, seed: number): ScaleFigures {
  const engine = new Engine(seed);
  const predictMs: number[] = [];
  const updateMs: number[] = [];
  const tell = progress(`${count} learned tickets`, count);
  for (let i = 0; i < count; i++) {
    tell(i + 1);
    const row = rows[i % rows.length];
    if (row === undefined) break;
    const text = `${row.text} order ${i} since day ${i % 31}`;
    const start = performance.now();
    const answer = engine.predict(text).candidates[0]?.answer;
    const asked = performance.now();
    const accepted = answer === row.category;
    engine.learn({
      type: "answered",
      id: `t${i}`,
      text,
      answer: row.category,
      accepted,
      weight: 1,
    });
    if (i < count - TIMED) continue;
    predictMs.push(asked - start);
    updateMs.push(performance.now() - asked);
  }
  const again = restart(
    engine,
    rows.slice(0, COMPARED).map((row) => row.text),
  );
  return {
    learned: count,
    predictP50: median(predictMs),
    updateP50: median(updateMs),
    rssMb: Math.round(process.memoryUsage().rss / MEGABYTE),
    snapshotMb: again.megabytes,
    restartSeconds: again.seconds,
    sameAnswers: again.sameAnswers,
  };
}

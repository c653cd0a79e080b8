import { Engine, Random } from "../../lib/predictor";
import type { Row } from "./csv";
import { type Judged, judged, sends } from "./figures";
import { progress } from "./progress";

export interface StreamOptions {
  seed: number;
  /** What is played, for whoever waits. */
  name?: string;
  /** Share of tickets for which the person gives a random other answer. */
  noise?: number;
  /** Ask people only when not automatic, and for this share of automatic ones. */
  auditRate?: number;
}

export interface StreamResult {
  engine: Engine;
  rows: Judged[];
  predictMs: number[];
  updateMs: number[];
  labelsUsed: number;
}

export function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = new Random(seed);
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    const a = out[i];
    const b = out[j];
    if (a !== undefined && b !== undefined) [out[i], out[j]] = [b, a];
  }
  return out;
}

/**
 * Plays questions as tickets, in the given order: the engine predicts, then a person answers, then
 * the engine learns. A row's category is read by the person only, after the prediction.
 */
export function playStream(
  questions: readonly Row[],
  { seed, name = "stream", noise = 0, auditRate }: StreamOptions,
  engine = new Engine(seed),
): StreamResult {
  const random = new Random(seed ^ 0x5eed);
  const known = questions.filter((row) => !row.outOfScope).map((row) => row.category);
  const categories = [...new Set(known)].sort();
  const result: StreamResult = { engine, rows: [], predictMs: [], updateMs: [], labelsUsed: 0 };
  const tell = progress(name, questions.length);
  questions.forEach(({ text, category, outOfScope }, i) => {
    tell(i + 1);
    const start = performance.now();
    const prediction = engine.predict(text);
    result.predictMs.push(performance.now() - start);
    result.rows.push(judged(prediction, outOfScope ? undefined : category));

    const sent = sends(prediction);
    const audited = random.next() < (auditRate ?? 1);
    if (auditRate !== undefined && sent && !audited) return;
    const wrong = random.next() < noise;
    const given = wrong ? another(category, categories, random) : category;
    const asked = performance.now();
    if (outOfScope) engine.learn({ type: "unmatched", id: `ticket-${i}`, text });
    else
      engine.learn({
        type: "answered",
        id: `ticket-${i}`,
        text,
        answer: given,
        accepted: prediction.candidates[0]?.answer === given,
        weight: auditRate !== undefined && sent ? 1 / auditRate : 1,
      });
    result.updateMs.push(performance.now() - asked);
    result.labelsUsed++;
  });
  return result;
}

/** A random other category; the same when there is only one. */
function another(category: string, categories: readonly string[], random: Random): string {
  const others = categories.filter((other) => other !== category);
  return others[random.int(Math.max(1, others.length))] ?? category;
}

/** Predictions for questions that are not learned. */
export function playTest(engine: Engine, questions: readonly Row[]): Judged[] {
  return questions.map(({ text, category }) => judged(engine.predict(text), category));
}

import type { Decision } from "./decision";
import type { Question } from "./experts";
import type { RawViews } from "./views";

/** What the engine thinks of one question before it learns the answer. */
export interface Opinion {
  question: Question;
  raw: RawViews;
  decision: Decision;
  /** Per answer: where its evidence counted, -1 for nowhere. */
  to: Int32Array;
  novelty: number;
  /** Row for the confidence judge. */
  row: Float64Array;
  /** Calibrated and not yet capped; 0 when nothing is known. */
  confidence: number;
}

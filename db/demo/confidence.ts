/** A confidence in its band, with the parts that it is made of. */

import type { Random } from "./random";
import type { DemoConfidencePart, DemoDecision } from "./types";

/** The confidence is the sum of each part's value times its weight. */
export const PART_WEIGHTS: Readonly<Record<DemoConfidencePart["name"], number>> = {
  match: 0.35,
  coverage: 0.25,
  history: 0.25,
  tone: 0.15,
};

/** Half open: the upper end belongs to the next band. */
const BANDS: Readonly<Record<DemoDecision, readonly [number, number]>> = {
  sent: [0.85, 0.97],
  sent_flagged: [0.6, 0.85],
  held: [0.18, 0.6],
};

/** Within the held band: an article that answers comes close, any other does not. */
const HELD_FROM = 0.41;
const HELD_TO = 0.52;

export interface Confidence {
  value: number;
  parts: DemoConfidencePart[];
}

export function makeConfidence(
  random: Random,
  decision: DemoDecision,
  article: { title: string; answers: boolean },
  sentiment: number,
): Confidence {
  const [from, to] = BANDS[decision];
  const low = decision === "held" && article.answers ? HELD_FROM : from;
  const high = decision === "held" && !article.answers ? HELD_TO : to;
  const tone = hundredths(clamp(0.82 + 0.45 * Math.min(0, sentiment)));
  for (;;) {
    const target = low + random.next() * (high - low);
    const others = (target - PART_WEIGHTS.tone * tone) / (1 - PART_WEIGHTS.tone);
    const near = () => hundredths(clamp(others + (random.next() - 0.5) * 0.16));
    const values = { match: near(), coverage: near(), history: near(), tone };
    const value = tenThousandths(
      PART_WEIGHTS.match * values.match +
        PART_WEIGHTS.coverage * values.coverage +
        PART_WEIGHTS.history * values.history +
        PART_WEIGHTS.tone * values.tone,
    );
    if (value < low || value >= high) continue;
    return {
      value,
      parts: [
        { name: "match", value: values.match, words: matchWords(values.match, article.title) },
        { name: "coverage", value: values.coverage, words: coverageWords(values.coverage) },
        { name: "history", value: values.history, words: historyWords(random, values.history) },
        { name: "tone", value: tone, words: toneWords(sentiment) },
      ],
    };
  }
}

/** Cut, not rounded: 0.8499 reads 0.84. */
export function twoDecimals(confidence: number): string {
  return (Math.floor(Math.round(confidence * 10_000) / 100) / 100).toFixed(2);
}

function matchWords(value: number, title: string): string {
  if (value >= 0.8) return `The article “${title}” is about the same thing as this question.`;
  if (value >= 0.55) return `The article “${title}” is close to this question.`;
  return `The nearest article, “${title}”, only touches this question.`;
}

function coverageWords(value: number): string {
  if (value >= 0.85) return "Everything that the customer asks is answered by a quoted passage.";
  if (value >= 0.6) return "Most of what the customer asks is answered by a quoted passage.";
  if (value >= 0.4) return "About half of what the customer asks is answered by a quoted passage.";
  return "Most of what the customer asks is not answered by any passage.";
}

function historyWords(random: Random, value: number): string {
  const replies = random.whole(5, 24);
  const accepted = Math.round(value * replies);
  if (accepted < 2) return "Hardly any earlier reply from this article was accepted.";
  return `${accepted} of ${replies} earlier replies from this article were accepted.`;
}

function toneWords(sentiment: number): string {
  if (sentiment >= 0) return "The customer writes calmly.";
  if (sentiment > -0.5) return "The customer is a little annoyed.";
  return "The customer is upset, so a wrong answer would cost more.";
}

const clamp = (value: number) => Math.min(1, Math.max(0, value));
const hundredths = (value: number) => Math.round(value * 100) / 100;
const tenThousandths = (value: number) => Math.round(value * 10_000) / 10_000;

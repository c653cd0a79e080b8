import type { ModelReply } from "./model-output";
import { tellingStems } from "./model-words";

/** Share that the sources have in the agreement; the words have the rest. */
const SOURCES = 0.5;

/**
 * How far further samples say the same as the first: their sources, and their words.
 *
 * @returns 0..1, the mean; null without a sample
 */
export function agreementOf(first: ModelReply, others: readonly ModelReply[]): number | null {
  if (others.length === 0) return null;
  const all = others.map(
    (other) =>
      SOURCES * overlap(cited(first), cited(other)) +
      (1 - SOURCES) * overlap(stemsIn(first), stemsIn(other)),
  );
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

const cited = ({ sentences }: ModelReply) =>
  new Set(sentences.flatMap(({ citations }) => citations));

const stemsIn = ({ sentences }: ModelReply) =>
  new Set(tellingStems(sentences.map(({ text }) => text).join(" ")));

/** Dice's coefficient; two empty sets are the same. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const size = one.size + other.size;
  if (size === 0) return 1;
  const common = [...one].filter((item) => other.has(item)).length;
  return (2 * common) / size;
}

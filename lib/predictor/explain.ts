import type { AnswerBook } from "./answers";
import { capConfidence } from "./caps";
import { ARTICLE_SOURCE } from "./experts";
import { AUTO_AT, type HoldReason, type Prediction } from "./model";
import type { NeighbourIndex } from "./neighbours";
import type { Opinion } from "./opinion";
import { partsOf } from "./parts";

const MAX_CANDIDATES = 10;
const MAX_EVIDENCE = 5;

/** What an explanation needs of the engine's state. */
interface Background {
  book: AnswerBook;
  examples: NeighbourIndex;
  outcomes: number;
  expected: number;
  novelAbove: number;
}

/** An opinion for others: capped, gated, with names in place of numbers, and with its reasons. */
export function explain(opinion: Opinion, background: Background): Prediction {
  const { decision, novelty } = opinion;
  const { book, outcomes, expected } = background;
  const record = book.records[decision.top];
  const capped = capConfidence(opinion.confidence, record, outcomes);
  const novel = novelty > background.novelAbove;
  const held: HoldReason[] = [...capped.reasons];
  if (record === undefined) held.push("nothing-known");
  if (novel) held.push("unlike-anything-seen");
  return {
    candidates: listCandidates(opinion, background),
    confidence: capped.confidence,
    uncapped: capped.uncapped,
    novelty,
    novel,
    automatic: held.length === 0 && capped.confidence >= AUTO_AT,
    held,
    parts: partsOf(decision, book, outcomes, expected),
  };
}

function listCandidates(
  { decision }: Opinion,
  { book, examples }: Background,
): Prediction["candidates"] {
  const { candidates, shares, order, views } = decision;
  const tickets = views.neighbours.filter(
    ({ slot }) => examples.at(slot)?.source !== ARTICLE_SOURCE,
  );
  return order.slice(0, MAX_CANDIDATES).map((place) => {
    const number = candidates.numbers[place] ?? -1;
    const near = tickets.filter(({ label }) => label === number).slice(0, MAX_EVIDENCE);
    return {
      answer: book.records[number]?.answer ?? "",
      probability: shares[place] ?? 0,
      evidence: near.map(({ slot, similarity }) => ({
        source: examples.at(slot)?.source ?? "",
        similarity: Math.min(1, similarity),
      })),
    };
  });
}

import type { AnswerBook } from "./answers";
import type { Decision } from "./decision";
import type { PredictionParts } from "./model";

/** The plain facts behind a decision. Every number is finite. */
export function partsOf(
  decision: Decision,
  book: AnswerBook,
  outcomes: number,
  expected: number,
): PredictionParts {
  const { views, shares, order, top } = decision;
  const record = book.records[top];
  const parts = {
    rank: shares[order[0] ?? -1] ?? 0,
    runnerUp: shares[order[1] ?? -1] ?? 0,
    agreement: decision.agreement,
    similarity: Math.min(1, views.best[top] ?? 0),
    votes: views.vote[top] ?? 0,
    article: views.articles?.fused[top] ?? 0,
    taught: record?.taught ?? 0,
    accepted: record?.accepted ?? 0,
    history: book.history(top, expected),
    unknownWords: views.unknown,
    outcomes,
  };
  for (const [name, value] of Object.entries(parts)) {
    if (!Number.isFinite(value)) return { ...parts, [name]: 0 };
  }
  return parts;
}

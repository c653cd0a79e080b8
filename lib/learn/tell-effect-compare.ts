import type { Bands } from "../desk/model";
import type { Prediction } from "../predictor/model";

/** What would answer a ticket; null: nothing known, or its kind was never seen. */
export type Look = { subject: string | null; confidence: number };

/** How it stood before. `likened`: told by the draft that is held, which is chosen in more ways. */
export type Before = Look & { likened: boolean };

/** Outcomes below which drafts go by likeness more than by what was learned. */
const YOUNG = 50;
/** Cosine from which a learned ticket is like this one. */
const LIKE = 0.25;

/**
 * What a prediction comes to: drafts of a young desk follow the nearest ticket that was answered.
 *
 * @param lifted whether caps hold back a draft from this article; null: one of people's answers
 */
export function lookOf(
  prediction: Prediction,
  lifted: (articleId: string | null) => boolean,
): Look {
  const [first] = prediction.candidates;
  if (!first || prediction.novel) return { subject: null, confidence: 0 };
  const articleId = /^article:(.+)$/.exec(first.answer)?.[1] ?? null;
  const confidence = lifted(articleId) ? prediction.uncapped : prediction.confidence;
  if (prediction.parts.outcomes >= YOUNG) return { subject: first.answer, confidence };
  let nearest = first;
  let best = LIKE;
  for (const candidate of prediction.candidates) {
    const similarity = candidate.evidence[0]?.similarity ?? 0;
    if (similarity >= best) {
      best = similarity;
      nearest = candidate;
    }
  }
  return { subject: nearest.answer, confidence: nearest === first ? confidence : 0 };
}

/**
 * True when a ticket would now be answered otherwise: with something else, or in another band.
 *
 * @param corrected subjects of the corrections that are told; of a held draft only a change to or
 *   from one of them is theirs
 */
export function differs(
  before: Before,
  now: Look,
  bands: Bands,
  corrected: ReadonlySet<string>,
): boolean {
  const same =
    before.subject === now.subject &&
    bandOf(before.confidence, bands) === bandOf(now.confidence, bands);
  if (same) return false;
  const named = (subject: string | null) => subject !== null && corrected.has(subject);
  return !before.likened || named(before.subject) || named(now.subject);
}

const bandOf = (confidence: number, { send, flag }: Bands): number =>
  Number(confidence >= send) + Number(confidence >= flag);

/** True when a held draft is worth another try: it may leave now, and could not as it was. */
export function mayLeave(held: Look | null, now: Look, { flag }: Bands): boolean {
  if (!held || now.subject === null || !(now.confidence >= flag)) return false;
  return held.subject !== now.subject || held.confidence < flag;
}

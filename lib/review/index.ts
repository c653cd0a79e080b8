/**
 * What waits for a person's word, and what the AI did and why. In: a ticket, a draft, filters. Out:
 * the review queue with everything that deciding needs, and the records as they were stored.
 * Writes nothing. A ticket's records hold nothing of other accounts.
 */

export { listCategories, listReviewers } from "./lists";
export { countDrafts, type PastDraft, pastDrafts } from "./past-drafts-store";
export {
  type ByHand,
  byHandSince,
  countRoutings,
  type PastRouting,
  type Place,
  pastRoutings,
  teamNames,
} from "./past-routings-store";
export { readAttempts } from "./read-attempts";
export { ReviewItemQuery, readReviewItem } from "./read-item";
export { readReviewMeasures } from "./read-measures";
export { readReviewQueue } from "./read-queue";
export { readRoutings } from "./read-routings";
export { isReviewer, reviewerIds } from "./reviewer-store";

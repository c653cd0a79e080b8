/**
 * What the desk has learned and how well it does, read from every schema. In: a question of a screen
 * or of the learning step. Out: plain data. Writes nothing.
 */
export { deliveryBegun } from "./delivery-begun-store";
export { readArticle, readArticles } from "./read-articles";
export { readLearning } from "./read-learning";
export { type SettledDraft, settledDraft } from "./settled-draft-store";

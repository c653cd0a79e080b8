/**
 * What the desk has learned and how well it does, read from every schema. In: a question of a screen
 * or of the learning step. Out: plain data. Writes nothing.
 */
export { knownSignals, publishedArticles } from "./article-store";
export { deliveryBegun } from "./delivery-begun-store";
export { countAnswers, readAlikeAnswers, readAnswers, readAnswerText } from "./read-answers";
export { readArticle, readArticles } from "./read-articles";
export { readLedger } from "./read-ledger";
export { readCalibration, readProgress } from "./read-progress";
export { readUnknownKind, readUnknownKinds } from "./read-unknown";
export { readVersions } from "./read-versions";
export { readLabels, readRatings } from "./read-weeks";
export { attemptOfReply } from "./reply-attempt-store";
export { type SettledDraft, settledDraft } from "./settled-draft-store";
export {
  answeredAt,
  groupStanding,
  touchedSince,
  unknownQuestion,
  usualTexts,
} from "./unknown-store";
export { type WaitingTicket, waitingTickets } from "./waiting-store";

/**
 * Learning: turns what people and customers do with replies into signals of the ledger. In: events
 * of the pipeline, the clock, a reviewer who takes a signal back. Out: rows that the predictor
 * learns from, and answers that are counted, released and taken back with them.
 */
export { acceptCode } from "./accept-code";
export { learnArticle } from "./article-changed";
export { backfillArticles } from "./backfill-articles";
export {
  editAnswer,
  releaseAnswer,
  restoreAnswer,
  retireAnswer,
  setOwnerArticle,
} from "./change-answer";
export { learnRating } from "./csat";
export { learnConfirmation, learnReopening } from "./customer-wrote";
export { learnApproval, learnRejection, noteTakeOver } from "./draft-settled";
export { compareToDraft } from "./edit-distance";
export { rebuildAfterErasure } from "./erased";
export { learnEscalation } from "./escalated";
export { mergeAnswers, unmergeAnswer } from "./merge-answers";
export { groupQuestion } from "./novel-group";
export { settleQuestion } from "./novel-settle";
export { sweepQuestions } from "./novel-sweep";
export { judgePromotion, promoteShadow, restoreConfig } from "./promote-shadow";
export { learnLabel } from "./relabelled";
export { learnReply } from "./reply-sent";
export { unlearnReply } from "./reply-undone";
export { rollBackModel } from "./roll-back";
export { shadowPredict } from "./shadow-predict";
export { buildShadow, startShadow, stopShadow } from "./start-shadow";
export { sweepOutcomes } from "./sweep";
export { tellEffect } from "./tell-effect";
export { undoSignal } from "./undo-signal";

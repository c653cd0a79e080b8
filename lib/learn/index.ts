/**
 * Learning: turns what people and customers do with replies into signals of the ledger. In: events
 * of the pipeline, the clock, a reviewer who takes a signal back. Out: rows that the predictor
 * learns from, and answers that are counted, released and taken back with them.
 */
export { learnArticle } from "./article-changed";
export { releaseAnswer, retireAnswer } from "./change-answer";
export { learnConfirmation, learnReopening } from "./customer-wrote";
export { learnApproval, learnRejection, noteTakeOver } from "./draft-settled";
export { rebuildAfterErasure } from "./erased";
export { notePriority } from "./relabelled";
export { learnReply } from "./reply-sent";
export { unlearnReply } from "./reply-undone";
export { rollBackModel } from "./roll-back";
export { sweepOutcomes } from "./sweep";
export { undoSignal } from "./undo-signal";

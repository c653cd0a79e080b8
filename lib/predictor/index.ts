/**
 * Predictor: what the desk has learned about which answer (or label) fits a text, and how far its
 * own confidence can be trusted.
 *
 * In: signals in order (a person's answer, a refusal, an article, a retirement), kept in the ledger.
 * Out: ranked answers with a calibrated confidence, novelty, evidence and the reasons to hold.
 */
export type { Calibration } from "./calibrator";
export {
  acceptHeldCode,
  configByNumber,
  configIn,
  insertShadow,
  moveConfig,
  nameBuiltIn,
  setFigures,
} from "./config-store";
export { type Current, deskModel, figuresOf, newDeskModel } from "./desk-model";
export {
  isUntold,
  lastMerge,
  lastTaught,
  lockPredictions,
  type Prediction as TicketPrediction,
  predictionsOf,
  putPredictions,
  setEffect,
  type Untold,
  untoldSignals,
} from "./effect-store";
export { Engine } from "./engine";
export { type DraftFacts, judgedRow } from "./judged-row";
export { labelFacts } from "./label-facts";
export { cosine, type Direction, directions, middle } from "./likeness";
export { questionText } from "./question";
export { Random } from "./random";
export { regressionCases, solve } from "./regression";
export { newShadowModel, shadowModel } from "./shadow-model";
export { insertPredictions, taughtSince } from "./shadow-store";
export {
  appendSignal,
  lockLedger,
  markUndone,
  type NewSignal,
  type SignalRow,
  signalById,
  signalsOfMessage,
} from "./signal-store";
export { normaliseText, splitWords } from "./text";
export {
  dropSnapshotsFrom,
  dropSnapshotsOf,
  insertVersion,
  versionByNumber,
} from "./version-store";

/**
 * Predictor: what the desk has learned about which answer (or label) fits a text.
 *
 * In: signals in order (a person's answer, a refusal, an article, a retirement), kept in the ledger.
 * Out: ranked answers with a calibrated confidence, novelty, evidence and the reasons to hold.
 */
export { deskModel, newDeskModel } from "./desk-model";
export { Engine } from "./engine";
export { questionText } from "./question";
export { Random } from "./random";
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
export { dropSnapshotsFrom, versionByNumber } from "./version-store";

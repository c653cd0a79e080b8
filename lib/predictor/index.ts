/**
 * Predictor: what the desk has learned about which answer (or label) fits a text.
 *
 * In: signals in order (a person's answer, a refusal, an article, a retirement).
 * Out: ranked answers with a calibrated confidence, novelty, evidence and the reasons to hold.
 */
export { Engine } from "./engine";
export { Random } from "./random";
export { normaliseText, splitWords } from "./text";

/**
 * Language models: providers, what may be asked and spent, what is hidden before it leaves, and how
 * their drafts ended. In: a request with a schema. Out: the answer, or why there is none; a provider's
 * failures are values. Without a provider that is switched on nothing is asked.
 */
export { type ActiveProvider, activeProvider, holdProvider } from "./active";
export { askModel } from "./ask-model";
export { restingWords } from "./breaker";
export { callsOfTicket } from "./call-store";
export { type ModelDraft, modelDraftOf, newestShadow } from "./draft-store";
export { modelNameOf } from "./identity";
export { modelHistory, settleModelDraft, storeModelDraft } from "./model-drafts";
export { removeProvider, restoreProvider } from "./remove-provider";
export type { ModelRequest, ModelTool, Personal, Said, Streamed } from "./request";
export { saveProvider } from "./save-provider";
export { streamModel } from "./stream-model";
export { testProvider } from "./test-provider";
export { tokensOf } from "./tokens";
export { withoutUnseen } from "./unseen";

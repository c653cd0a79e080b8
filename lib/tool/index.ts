/**
 * What models may look up over HTTP, and what they may propose that a person does. In: a tool that
 * an admin described; values of a model; who the ticket's customer is, and which hosts may be called,
 * as code has read them. Out: data of this customer, cut and logged; proposals, each carried out at
 * most once. The verbs that read tickets and settings for it stand in lib/resolve.
 */
export {
  dropProposal,
  type ProposalEnd,
  runProposal,
  tellLostProposals,
} from "./decide-proposal";
export { removeTool, restoreTool, saveTool } from "./save-tool";
export { toolSecrets } from "./secrets-of";
export { toolState } from "./tool-state";
export { type ToolFacts, toolsFor } from "./tools-for";
export { runTrial } from "./try-tool";
export { proposalsOf, toolRunsOf } from "./views";

import type { LlmFault } from "./model";

/** What each fault means to the people of the desk, and where there is one, the way out. */
const WORDS: Record<LlmFault, string> = {
  off: "No model is switched on.",
  timeout: "The provider did not answer in time.",
  rate_limited: "The provider takes no more requests for now.",
  unavailable: "The provider has a fault of its own.",
  unreachable: "The provider can’t be reached.",
  cut_off: "The answer broke off.",
  bad_output: "The answer is not in the form that was asked for.",
  refused: "The provider refused to answer.",
  empty: "The answer is empty.",
  too_long: "The request is longer than the model can read.",
  unauthorised: "The provider does not accept the key. Enter it again in the settings of models.",
  unknown_model: "The provider does not know this model. Check its name in the settings of models.",
  over_budget: "A limit is reached.",
  circuit_open: "The provider has failed several times and rests.",
  stopped: "It was stopped.",
};

export const wordsOf = (fault: LlmFault): string => WORDS[fault];

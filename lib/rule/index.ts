/**
 * Routing rules that admins order. In: a ticket as it was classified. Out: team, priority, tags,
 * whether the AI may answer, and for each rule whether it matched and why. Text patterns run on a
 * linear-time engine, so that no rule can stop the desk.
 */
export { applyRules } from "./apply-rules";
export { loadRules } from "./store";

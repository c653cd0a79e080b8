/**
 * Routing rules that admins order. In: a ticket as it was classified; rules as an admin saves them.
 * Out: team, priority, tags, whether the AI may answer, and for each rule whether it matched and
 * why; versions, what differs between them, and what in them is probably not meant. Text patterns
 * run on a linear-time engine, so that no rule can stop the desk.
 */
export { applyRules } from "./apply-rules";
export { checkAll } from "./check";
export { diffRules } from "./diff";
export { draftsOf } from "./drafts";
export { evidenceIn } from "./evidence";
export { type Known, lintRules } from "./lint";
export { readRules } from "./read-rules";
export { restoreVersion } from "./restore-version";
export { saveRules } from "./save-rules";
export { loadRules, versionRows } from "./store";
export { conditionWords, type RuleNames, ruleWords } from "./words";

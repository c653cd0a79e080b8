/**
 * What a model does for people at the desk while they work: puts their words differently, answers
 * their questions about a ticket, and tells what models wrote and propose there. In: a person's
 * words or question. Out: text as it grows. Nothing of it is stored or sent, and no draft sees it.
 */
export { askCopilot } from "./ask-copilot";
export { readAssist } from "./read-assist";
export { rewriteText } from "./rewrite-text";

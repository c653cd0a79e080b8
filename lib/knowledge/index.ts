/**
 * Articles and the passages of them that may be shown to customers, and the answers that people have
 * sent. In: Markdown from people, sent replies, a question in any words. Out: the articles and
 * answers that fit best, with what speaks for each. Only published articles have passages; an answer
 * is private to its account until it is released.
 */

export { putBack, rewordAnswer, setOwner } from "./answer-edit";
export { mergeInto, takeOut } from "./answer-merge";
export {
  acceptedReplies,
  deleteOrphans,
  lastUse,
  setOutcome,
  setUseUndone,
  silentUses,
  usesOf,
} from "./answer-store";
export { dismissGroup, linkArticle, reopenGroup } from "./change-question-group";
export { findAnswers, type PastAnswer } from "./find-answers";
export { importArticles } from "./import-articles";
export { publishArticle, retireArticle } from "./publish-article";
export {
  deleteEmptyGroups,
  describeGroup,
  groupById,
  groupsNear,
  groupsToDescribe,
  insertGroup,
  insertQuestion,
  lockGroups,
  type NearGroup,
  novelQuestion,
  questionsOf,
  setAnswered,
  setGroupState,
  tellingWords,
  uniteGroups,
} from "./question-store";
export { rarity } from "./rank";
export { changeAnswerState, recordUse, settleState } from "./record-use";
export { saveArticle } from "./save-article";
export { searchKnowledge, searchPassages } from "./search-passages";
export { splitSentences } from "./split-passages";
export { type Article, articleById, stemsOf } from "./store";
export { type Addressee, fillTemplate } from "./template";

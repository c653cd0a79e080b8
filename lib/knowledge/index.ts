/**
 * Articles and the passages of them that may be shown to customers. In: Markdown from people, a
 * question in any words. Out: the articles that fit best, with what speaks for each. Only published
 * articles have passages; drafts and retired ones are never found.
 */
export { publishArticle, retireArticle } from "./publish-article";
export { rarity } from "./rank";
export { saveArticle } from "./save-article";
export { searchKnowledge, searchPassages } from "./search-passages";
export { splitSentences } from "./split-passages";
export { stemsOf } from "./store";

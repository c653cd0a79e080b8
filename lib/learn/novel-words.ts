import { normaliseText, splitWords } from "../predictor";

/** Words that a group is called by, and those that are looked up for it. */
const SHOWN = 5;
const LOOKED_UP = 40;
/** A word in common stands in so many of the questions. */
const COMMON = 0.4;
/** What stands for addresses, links and long numbers. */
const MASKS = new Set(["mailhere", "linkhere", "numberhere"]);

/** Words that questions share, the most telling first; of a single question all of its words. */
export function commonWords(questions: readonly string[], usual: readonly string[]): string[] {
  const held = textsWith(questions);
  const usually = textsWith(usual);
  const least = questions.length === 1 ? 1 : Math.max(2, Math.ceil(questions.length * COMMON));
  const rarity = (word: string) => Math.log((usual.length + 2) / ((usually.get(word) ?? 0) + 1));
  return [...held]
    .filter(([word, count]) => count >= least && word.length > 2 && !MASKS.has(word))
    .map(([word, count]) => ({ word, telling: count * rarity(word) }))
    .sort((a, b) => b.telling - a.telling || a.word.localeCompare(b.word))
    .slice(0, LOOKED_UP)
    .map(({ word }) => word);
}

/** The first of each stem: "card" and "cards" say the same. */
export function firstOfStems(words: readonly { word: string; stem: string }[]): string[] {
  const byStem = new Map<string, string>();
  for (const { word, stem } of words) if (!byStem.has(stem)) byStem.set(stem, word);
  return [...byStem.values()].slice(0, SHOWN);
}

function textsWith(texts: readonly string[]): Map<string, number> {
  const held = new Map<string, number>();
  for (const text of texts) {
    for (const word of new Set(splitWords(normaliseText(text)))) {
      held.set(word, (held.get(word) ?? 0) + 1);
    }
  }
  return held;
}

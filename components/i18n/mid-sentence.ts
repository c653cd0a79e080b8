import type { T } from "./catalogue";

/** A word of a table inside a sentence: English writes it small, German keeps its nouns. */
export const midSentence = (words: string, t: T): string =>
  t.locale === "en" ? words.toLowerCase() : words;

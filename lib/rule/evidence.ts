import { leavesOf } from "./lint";
import type { Condition } from "./model";
import { findPattern } from "./pattern";

/** The customer's own words that conditions look for, as they stand in the text. */
export function evidenceIn(
  conditions: readonly Condition[],
  { text, subject }: { text: string; subject: string },
): string[] {
  const found = leavesOf(conditions).flatMap((leaf) => {
    if (leaf.field === "pattern") return findPattern(leaf.matches, text) ?? [];
    if (leaf.field === "text") return wordsAt(text, leaf.contains);
    return leaf.field === "subject" ? wordsAt(subject, leaf.contains) : [];
  });
  return [...new Set(found)].filter(Boolean);
}

function wordsAt(text: string, words: string): string[] {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  return at < 0 ? [] : [text.slice(at, at + words.length)];
}

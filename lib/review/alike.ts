import type { DraftSentence } from "../resolve/model";

export type Said = {
  id: string;
  /** Held and sent ones are never approved together. */
  state: string;
  sentences: readonly DraftSentence[];
  /** The first source: only drafts from one source can say the same. */
  source: string | null;
};

/** Share of words that two drafts must have in common to say nearly the same. */
const SAME = 0.8;

/**
 * Drafts that say nearly the same, greeting and names apart: those who have read one know the
 * others at a glance.
 *
 * @returns for each draft that has its like, the id of the first of them
 */
export function groupAlike(drafts: readonly Said[]): Map<string, string> {
  const groups: { first: Said; words: Set<string>; ids: string[] }[] = [];
  for (const draft of drafts) {
    const words = wordsOf(draft.sentences);
    if (!draft.source || words.size === 0) continue;
    const group = groups.find(
      ({ first, words: others }) =>
        first.source === draft.source && first.state === draft.state && inCommon(words, others),
    );
    if (group) group.ids.push(draft.id);
    else groups.push({ first: draft, words, ids: [draft.id] });
  }
  return new Map(
    groups
      .filter(({ ids }) => ids.length > 1)
      .flatMap(({ first, ids }) => ids.map((id) => [id, first.id] as const)),
  );
}

function wordsOf(sentences: readonly DraftSentence[]): Set<string> {
  const text = sentences.map((sentence) => sentence.text).join(" ");
  return new Set(text.toLowerCase().match(/\p{L}{2,}|\d+/gu) ?? []);
}

/** Jaccard's index: words of both by words of either. */
function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / (one.size + other.size - both) >= SAME;
}

/** Share of words in common from which two answers are nearly the same. */
const NEARLY = 0.6;

type Text = { id: string; text: string; language: string | null };

/**
 * Groups of texts that say nearly the same, by the words in both against the words in either
 * (Jaccard). Each is in the group of the first that it resembles; those like no other are left out.
 */
export function alike<T extends Text>(texts: readonly T[]): T[][] {
  const groups: { words: ReadonlySet<string>; language: string | null; members: T[] }[] = [];
  for (const one of texts) {
    const words = wordsOf(one.text);
    const group = groups.find(
      (other) => sameLanguage(one.language, other.language) && share(words, other.words) >= NEARLY,
    );
    if (group) group.members.push(one);
    else groups.push({ words, language: one.language, members: [one] });
  }
  return groups.map(({ members }) => members).filter(({ length }) => length > 1);
}

const sameLanguage = (one: string | null, other: string | null) =>
  one === null || other === null || one === other;

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.toLowerCase().match(/[\p{L}\p{N}{}]+/gu) ?? []);

function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let both = 0;
  for (const word of one) if (other.has(word)) both++;
  return both / Math.max(1, one.size + other.size - both);
}

/** Share of a draft's characters that may change while it still counts as accepted. */
const MAX_SHARE = 0.1;

export type Edit = {
  /** Characters inserted, deleted or replaced, as a share of the draft's; 1 when it is more. */
  share: number;
  /** Numbers, links and names that differ: each may turn an answer into a wrong one. */
  changed: string[];
  /** Sent as drafted, or nearly: the specification's "accepted", before any re-opening. */
  accepted: boolean;
};

/** How far a person changed a draft before it was sent. */
export function compareToDraft(draft: string, sent: string): Edit {
  const before = tidy(draft);
  const after = tidy(sent);
  const changed = differing(tellingWords(before), tellingWords(after));
  const most = Math.floor(before.length * MAX_SHARE);
  const distance = editDistance(before, after, most);
  return {
    share: distance === null ? 1 : before.length === 0 ? 0 : distance / before.length,
    changed,
    accepted: distance !== null && changed.length === 0,
  };
}

const tidy = (text: string) => text.replace(/\s+/g, " ").trim();

/** Numbers, links, addresses, and words with a capital that does not begin a sentence. */
function tellingWords(text: string): string[] {
  const links = text.match(/https?:\/\/[^\s<>"')\]]+|[\w.+-]+@[\w-]+\.[\w.-]+/giu) ?? [];
  const rest = text.replace(/https?:\/\/[^\s<>"')\]]+|[\w.+-]+@[\w-]+\.[\w.-]+/giu, " ");
  const numbers = rest.match(/[€$£]?\d[\d.,:/-]*[€$£%]?/gu) ?? [];
  const names = rest.match(/(?<=[^.!?\s:]\s+)\p{Lu}[\p{L}\p{M}'’-]+/gu) ?? [];
  return [...links, ...numbers.map((number) => number.replace(/[.,:/-]+$/, "")), ...names];
}

/** Words that stand in one list more often than in the other. */
function differing(one: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  for (const word of other) left.set(word, (left.get(word) ?? 0) - 1);
  return [...left].filter(([, count]) => count !== 0).map(([word]) => word);
}

/**
 * Levenshtein's distance, computed only near the diagonal.
 *
 * @param most larger distances are not told apart
 * @returns null when it is larger than `most`
 * @see E. Ukkonen, "Algorithms for approximate string matching", Information and Control 64 (1985)
 */
export function editDistance(one: string, other: string, most: number): number | null {
  if (Math.abs(one.length - other.length) > most) return null;
  const far = most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= one.length; i++) {
    const next = new Array<number>(other.length + 1).fill(far);
    if (i <= most) next[0] = i;
    const from = Math.max(1, i - most);
    const to = Math.min(other.length, i + most);
    let least = next[0] ?? far;
    for (let j = from; j <= to; j++) {
      const same = one.charCodeAt(i - 1) === other.charCodeAt(j - 1) ? 0 : 1;
      const cost = Math.min(
        (row[j - 1] ?? far) + same,
        (row[j] ?? far) + 1,
        (next[j - 1] ?? far) + 1,
        far,
      );
      next[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    row = next;
  }
  const distance = row[other.length] ?? far;
  return distance > most ? null : distance;
}

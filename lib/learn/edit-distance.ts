import { editDistance } from "../resolve/model";

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

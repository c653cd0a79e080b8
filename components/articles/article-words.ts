import type { ArticleRow } from "@/lib/insights/model";

export const STATE_WORDS: Record<ArticleRow["state"], string> = {
  draft: "Draft",
  published: "Published",
  retired: "Retired",
};

/** "used 12 times, 9 accepted" */
export function usageWords({ uses, accepted }: Pick<ArticleRow, "uses" | "accepted">): string {
  if (uses === 0) return "not used yet";
  return `used ${uses === 1 ? "once" : `${uses} times`}, ${accepted} accepted`;
}

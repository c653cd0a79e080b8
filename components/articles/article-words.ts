import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { ArticleRow } from "@/lib/insights/model";

export const STATE_WORDS: Record<ArticleRow["state"], string> = says({
  draft: "Draft",
  published: "Published",
  retired: "Retired",
});

/** "used 12 times, 9 accepted" */
export function usageWords(
  { uses, accepted }: Pick<ArticleRow, "uses" | "accepted">,
  t: T,
): string {
  if (uses === 0) return t("not used yet");
  return t("used {{count}} times, {{accepted}} accepted", { count: uses, accepted });
}

import type { T } from "@/components/i18n/catalogue";
import type { AttemptView } from "@/lib/review/model";

/** Heading of the panel: what this draft is, at a glance. */
export function attemptTitle({ decision, reviewState }: AttemptView, t: T): string {
  if (reviewState === "held") return t("Drafted reply");
  if (decision === "held") return t("Draft");
  return t("Reply that was sent");
}

/** "from 2 sources"; articles count once however many passages are cited. */
export function sourceWords({ sources, draft }: AttemptView, t: T): string {
  if (draft === null) return t("no reply drafted");
  const titles = new Set(sources.map((source) => source.articleId)).size;
  if (titles === 0) return t("without a source");
  return t("from {{count}} sources", { count: titles });
}

/** How many claims nothing supports, as a warning; null when there is none. */
export function unsupportedWords({ sentences }: AttemptView, t: T): string | null {
  const count = sentences.filter((sentence) => sentence.sources.length === 0).length;
  return count === 0 ? null : t("{{count}} sentences have no source.", { count });
}

/** True when a person can still decide about it. */
export function isOpen({ reviewState }: AttemptView): boolean {
  return reviewState === "held" || reviewState === "flagged";
}

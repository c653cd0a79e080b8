import type { AttemptView } from "@/lib/review/model";

/** Heading of the panel: what this draft is, at a glance. */
export function attemptTitle({ decision, reviewState }: AttemptView): string {
  if (reviewState === "held") return "Drafted reply";
  if (decision === "held") return "Draft";
  return "Reply that was sent";
}

/** "from 2 sources"; articles count once however many passages are cited. */
export function sourceWords({ sources, draft }: AttemptView): string {
  if (draft === null) return "no reply drafted";
  const titles = new Set(sources.map((source) => source.articleId)).size;
  if (titles === 0) return "without a source";
  return titles === 1 ? "from 1 source" : `from ${titles} sources`;
}

/** How many claims nothing supports, as a warning; null when there is none. */
export function unsupportedWords({ sentences }: AttemptView): string | null {
  const count = sentences.filter((sentence) => sentence.sources.length === 0).length;
  if (count === 0) return null;
  return count === 1 ? "One sentence has no source." : `${count} sentences have no source.`;
}

/** True when a person can still decide about it. */
export function isOpen({ reviewState }: AttemptView): boolean {
  return reviewState === "held" || reviewState === "flagged";
}

import type { ReviewItem } from "@/lib/review/model";

/** The words that were read: what a verdict is about. */
export const seenOf = ({ sentText, attempt }: ReviewItem): string | null =>
  sentText ?? attempt.draft;

import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { QueueRow } from "@/lib/inbox/model";
import type { Priority } from "@/lib/ticket/model";

/** A customer who has waited for a day waits too long, whatever was promised. */
export const LATE_MS = 86_400_000;

export const PRIORITY_WORDS: Record<Priority, string> = says({
  low: "Low",
  normal: "Normal",
  high: "High",
  urgent: "Urgent",
});

/** The newest message in a line; who wrote it when it was not the customer. */
export function snippetWords(
  snippet: NonNullable<QueueRow["snippet"]>,
  myName: string,
  t: T,
): string {
  const { author, name, text } = snippet;
  if (author === "customer" || author === "unknown") return text;
  if (author === "agent")
    return `${name === myName ? t("You") : (name ?? t("A colleague"))}: ${text}`;
  return `Deskhand: ${text}`;
}

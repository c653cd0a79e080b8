import type { QueueRow } from "@/lib/inbox/model";
import type { Priority } from "@/lib/ticket/model";

export const PRIORITY_WORDS: Record<Priority, string> = {
  low: "Low",
  normal: "Normal",
  high: "High",
  urgent: "Urgent",
};

/** The newest message in a line; who wrote it when it was not the customer. */
export function snippetWords(snippet: NonNullable<QueueRow["snippet"]>, myName: string): string {
  const { author, name, text } = snippet;
  if (author === "customer" || author === "unknown") return text;
  if (author === "agent") return `${name === myName ? "You" : (name ?? "A colleague")}: ${text}`;
  return `Deskhand: ${text}`;
}

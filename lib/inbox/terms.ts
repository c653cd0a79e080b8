import type { TicketStatus } from "../ticket/model";

/** Nobody counts further: a count that has reached it means "that many, or more". */
export const COUNT_LIMIT = 1000;

/** A probability cut, not rounded, to two decimals: 0.8499 → "0.84". */
export function cut2(value: number): string {
  // Compared as doubles, because 0.29 * 100 is 28.999… and 0.8499999999999999 must not become 0.85.
  const nearest = Math.round(value * 100);
  const hundredths = nearest / 100 > value ? nearest - 1 : nearest;
  return (hundredths / 100).toFixed(2);
}

/** "bug_report" → "Bug report". */
export function intentWords(intent: string): string {
  const words = intent.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const STATUS_WORDS: Record<TicketStatus, string> = {
  open: "Open",
  in_progress: "In progress",
  pending_customer: "Pending customer",
  resolved: "Resolved",
  closed: "Closed",
};

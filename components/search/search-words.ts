import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { FoundWhere, SearchResult } from "@/lib/search/model";

/** Where the words stand, as a row says it. */
export const WHERE_WORDS: Record<FoundWhere, string> = says({
  message: "Message",
  note: "Note",
  subject: "Subject",
  customer: "Customer",
});

/** How much was found, in one line. */
export function foundWords({ tickets, customers, more }: SearchResult, t: T): string {
  const count = tickets.length;
  const parts = [
    more ? t("More than {{count}} tickets", { count }) : t("{{count}} tickets", { count }),
    ...(customers.length > 0 ? [t("{{count}} customers", { count: customers.length })] : []),
  ];
  const found = parts.join(", ");
  return more ? t("{{found}}; the best are shown. Add a word to narrow it.", { found }) : found;
}

/** True when every word of the box begins a word of the title. */
export function fits(title: string, box: string): boolean {
  const begins = title.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return box
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean)
    .every((word) => begins.some((begin) => begin.startsWith(word)));
}

/** The number that somebody means by `1042` or `#1042`; null for anything else. */
export const numberIn = (box: string): number | null => {
  const [, digits] = /^#?(\d{1,10})$/.exec(box.trim()) ?? [];
  return digits ? Number(digits) : null;
};

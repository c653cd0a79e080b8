import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { AnswerRow } from "@/lib/insights/model";

/** The window that is open for an answer. */
export type Asking = "edit" | "merge" | "owner" | null;

export const STATE_WORDS: Record<AnswerRow["state"], string> = says({
  private: "Private",
  released: "Released",
  retired: "Retired",
});

/** "4 uses in 2 accounts, 3 accepted as drafted". */
export function usageWords(
  { uses, accounts, accepted }: Pick<AnswerRow, "uses" | "accounts" | "accepted">,
  t: T,
) {
  if (uses === 0) return t("Not in use: what it was sent in was taken back");
  return t("{{uses}} in {{accounts}}, {{accepted}} accepted as drafted", {
    uses: t("{{count}} uses", { count: uses }),
    accounts: t("{{count}} accounts", { count: accounts }),
    accepted,
  });
}

/** How an answer begins, to name it in a list. */
export const beginningOf = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 89).toWellFormed()}…` : line;
};

export type Piece = { text: string; placeholder: boolean };

/** A template in pieces: what is filled in when it is sent stands apart. */
export function templatePieces(text: string): Piece[] {
  return text
    .split(/(\{[a-z]{1,20}\})/)
    .filter(Boolean)
    .map((piece) => ({ text: piece, placeholder: /^\{[a-z]+\}$/.test(piece) }));
}

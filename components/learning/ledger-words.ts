import type { T } from "@/components/i18n/catalogue";
import { says } from "@/components/i18n/says";
import type { LedgerRow } from "@/lib/insights/model";

export const KIND_WORDS: Record<LedgerRow["kind"], string> = says({
  approved: "Approved a draft",
  edited: "Corrected a draft",
  rejected: "Rejected a draft",
  taken_over: "Set a draft aside",
  answered: "Answered by hand",
  relabelled: "Changed a label",
  reopened: "The customer wrote again",
  quiet: "No follow-up for a week",
  confirmed: "The customer confirmed",
  csat: "The customer rated it",
  escalated: "Escalated to people",
  article: "Article changed",
  answer: "Answer changed",
  undone: "Took something back",
  rolled_back: "Rolled back",
  erased: "Learned again after erasure",
});

/** What happened, in a few words, with what is worth knowing of it. */
export function signalWords({ kind, payload }: Pick<LedgerRow, "kind" | "payload">, t: T): string {
  const words = t(KIND_WORDS[kind]);
  if (kind === "edited") return editedWords(payload, t);
  if (kind === "csat") {
    return t("The customer rated it {{score}} of 5", { score: plain(payload.score) });
  }
  if (kind === "rejected") return `${words}: ${t.stored(plain(payload.reason))}`;
  if (kind === "relabelled") return `${words}: ${plain(payload.from)} → ${plain(payload.to)}`;
  if (kind === "rolled_back") {
    return t("Rolled back to version {{number}}", { number: plain(payload.number) });
  }
  if (kind === "article") return `${words}: ${t.stored(plain(payload.state))}`;
  if (kind === "answer") return `${words}: ${t.stored(plain(payload.change))}`;
  return words;
}

function editedWords(payload: LedgerRow["payload"], t: T): string {
  const part = Number(payload.share);
  const words = Number.isFinite(part)
    ? t("Corrected a draft, {{share}} % of it", { share: Math.round(part * 100) })
    : t(KIND_WORDS.edited);
  return payload.accepted === true ? t("{{words}}: counts as accepted", { words }) : words;
}

const plain = (value: unknown) => String(value ?? "").replaceAll("_", " ");

const FINAL: readonly LedgerRow["kind"][] = ["article", "answer", "undone", "erased"];

/** Facts about articles and answers are changed where they are; the rest can be taken back. */
export const mayUndo = ({ kind, undoneAt }: Pick<LedgerRow, "kind" | "undoneAt">): boolean =>
  undoneAt === null && !FINAL.includes(kind);

/** What a signal changed for the tickets that were open; null while that is not known. */
export function effectWords(effect: LedgerRow["effect"], t: T): string | null {
  if (!effect) return null;
  const { changed, of, toldWith } = effect;
  const words = { n: changed, total: of, number: toldWith };
  return toldWith === undefined
    ? t("changed {{n}} of {{total}} open tickets", words)
    : t("changed {{n}} of {{total}} open tickets, together with {{number}}", words);
}

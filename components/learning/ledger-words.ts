import type { LedgerRow } from "@/lib/insights/model";

const KIND_WORDS: Record<LedgerRow["kind"], string> = {
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
  article: "Article changed",
  answer: "Answer changed",
  undone: "Took something back",
  rolled_back: "Rolled back",
  erased: "Learned again after erasure",
};

/** What happened, in a few words, with what is worth knowing of it. */
export function signalWords({ kind, payload }: Pick<LedgerRow, "kind" | "payload">): string {
  const words = KIND_WORDS[kind];
  const share = Number(payload.share);
  if (kind === "edited") {
    const much = Number.isFinite(share) ? `, ${Math.round(share * 100)} % of it` : "";
    return `${words}${much}${payload.accepted === true ? ": counts as accepted" : ""}`;
  }
  if (kind === "rejected") return `${words}: ${plain(payload.reason)}`;
  if (kind === "relabelled") return `${words}: ${plain(payload.from)} → ${plain(payload.to)}`;
  if (kind === "rolled_back") return `${words} to version ${plain(payload.number)}`;
  if (kind === "article") return `${words}: ${plain(payload.state)}`;
  if (kind === "answer") return `${words}: ${plain(payload.change)}`;
  return words;
}

const plain = (value: unknown) => String(value ?? "").replaceAll("_", " ");

const FINAL: readonly LedgerRow["kind"][] = ["article", "answer", "undone", "erased"];

/** Facts about articles and answers are changed where they are; the rest can be taken back. */
export const mayUndo = ({ kind, undoneAt }: Pick<LedgerRow, "kind" | "undoneAt">): boolean =>
  undoneAt === null && !FINAL.includes(kind);

import { type Badge, cut2 } from "@/lib/inbox/model";

const DECIDED = { sent: "Sent", sent_flagged: "Sent, review", held: "Held" } as const;
const SETTLED: Partial<Record<Badge["reviewState"], string>> = {
  approved: "approved",
  corrected: "corrected",
  rejected: "rejected",
};

/** What a badge says: the stored decision, what people made of it, the number cut to two places. */
export function badgeWords(badge: Badge): { word: string; number: string; settled: boolean } {
  const settled = SETTLED[badge.reviewState];
  const decided = settled && badge.decision === "sent_flagged" ? "Sent" : DECIDED[badge.decision];
  return {
    word: settled ? `${decided}, ${settled}` : decided,
    number: cut2(badge.confidence),
    settled: settled !== undefined,
  };
}

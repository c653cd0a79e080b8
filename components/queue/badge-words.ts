import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import { says } from "@/components/i18n/says";
import type { Badge } from "@/lib/inbox/model";
import { cut2 } from "@/lib/inbox/terms";

const DECIDED = says({ sent: "Sent", sent_flagged: "Sent, review", held: "Held" } as const);
/** What people made of a draft that was held, or sent for a second look. */
const SETTLED: Partial<Record<Badge["reviewState"], { sent: string; held: string }>> = says({
  approved: { sent: "Sent, approved", held: "Held, approved" },
  corrected: { sent: "Sent, corrected", held: "Held, corrected" },
  rejected: { sent: "Sent, rejected", held: "Held, rejected" },
});

/** What a badge says: the stored decision, what people made of it, the number cut to two places. */
export function badgeWords(badge: Badge, t: T): { word: string; number: string; settled: boolean } {
  const settled = SETTLED[badge.reviewState];
  const said = settled?.[badge.decision === "held" ? "held" : "sent"] ?? DECIDED[badge.decision];
  return {
    word: t(said),
    number: formatOf(t).decimal(cut2(badge.confidence)),
    settled: settled !== undefined,
  };
}

import { useT } from "@/components/i18n/context";
import { cn } from "@/components/ui/cn";
import type { Badge } from "@/lib/inbox/model";
import { badgeWords } from "./badge-words";

/** Disc, diamond, square: the decision can be told without colour and without reading. */
export const LOOK = {
  sent: { tone: "bg-auto-bg text-auto", shape: "rounded-full" },
  sent_flagged: { tone: "bg-rev-bg text-rev", shape: "rotate-45 rounded-[1px]" },
  held: { tone: "bg-held-bg text-held", shape: "rounded-[1px]" },
} as const;

/** How sure the desk was and what it did: shape, word and number. */
export function ConfidenceBadge({ badge }: { badge: Badge }) {
  const t = useT();
  const { word, number, settled } = badgeWords(badge, t);
  const { tone, shape } = LOOK[badge.decision];
  return (
    <span
      title={t("Confidence {{number}} of 1", { number })}
      className={cn(
        "inline-flex shrink-0 items-center gap-1.5 whitespace-nowrap rounded-[5px] px-1.5 font-semibold text-2xs leading-[1.1875rem]",
        settled ? "bg-sel text-soft" : tone,
      )}
    >
      <span aria-hidden className={cn("size-[7px] bg-current", shape)} />
      {word} {number}
    </span>
  );
}

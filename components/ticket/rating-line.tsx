import { Star } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { cn } from "@/components/ui/cn";
import type { RatingView } from "@/lib/csat/model";

/** What the customer said of the reply above it. */
export function RatingLine({ rating }: { rating: RatingView }) {
  const t = useT();
  const { score, comment, at } = rating;
  const tone = score >= 4 ? "text-auto" : score <= 2 ? "text-held" : "text-rev";
  return (
    <p className="mt-1 text-xs">
      <span className={cn("inline-flex items-center gap-1.5 font-medium", tone)}>
        <Star size={12} aria-hidden className="shrink-0" />
        {t("Rated {{score}} of 5", { score })}
      </span>{" "}
      {comment ? (
        <span className="whitespace-pre-line text-soft wrap-anywhere" dir="auto">
          {t("“{{words}}”", { words: comment })}{" "}
        </span>
      ) : null}
      <Time at={at} className="text-faint" />
    </p>
  );
}

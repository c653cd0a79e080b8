"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import type { AnswerCounts } from "@/lib/insights/model";

/** How many answers people have sent, and where they are looked after. */
export function Answers({ counts }: { counts: AnswerCounts }) {
  const t = useT();
  const { released, retired } = counts;
  const all = counts.private + released + retired;
  if (all === 0) return <p className="text-faint">{t("Nobody has answered by hand yet.")}</p>;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <p className="min-w-0 flex-1">
        {t("{{released}} released to everyone, {{priv}} private, {{retired}} retired.", {
          released,
          priv: counts.private,
          retired,
        })}
      </p>
      <Button asChild>
        <Link href="/answers">{t("All answers")}</Link>
      </Button>
    </div>
  );
}

"use client";

import { useT } from "@/components/i18n/context";
import { useFormat } from "@/components/i18n/use-format";
import type { LlmSettings } from "@/lib/admin/model";
import type { ProviderView } from "@/lib/llm/model";
import { amountWords } from "../amount";

type Props = { provider: ProviderView; day: LlmSettings["day"] };

/** Why the active provider is not asked now; nothing while it is. */
export function Standing({ provider, day }: Props) {
  const t = useT();
  const f = useFormat();
  const { name, resting, limits } = provider;
  const spent = day.micros >= limits.dayMicros && day.calls > 0;
  if (!resting && !spent) return null;
  return (
    <div role="alert" className="mb-4 rounded-xl border border-current bg-held-bg p-4 text-held">
      <p className="font-semibold">
        {resting
          ? t("{{name}} is not asked at present", { name })
          : t("The budget of the day is spent")}
      </p>
      <p className="mt-0.5 max-w-[70ch] text-ink">
        {resting
          ? t.stored(resting)
          : t(
              "{{spent}} of {{budget}} were used today. It is asked again after midnight UTC, or with a larger budget.",
              {
                spent: amountWords(day.micros, f),
                budget: amountWords(limits.dayMicros, f),
              },
            )}{" "}
        {t("Until then the desk drafts with its own core; nothing waits for it.")}
      </p>
    </div>
  );
}

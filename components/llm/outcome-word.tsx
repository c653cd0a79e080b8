"use client";

import { useT } from "@/components/i18n/context";
import type { ToolRunView } from "@/lib/tool/model";

/** How a call of a tool ended: a shape, a colour and a word. */
export function OutcomeWord({ outcome }: Pick<ToolRunView, "outcome">) {
  const t = useT();
  if (outcome === "answered") return <span className="text-auto">● {t("Answered")}</span>;
  if (outcome === "refused") return <span className="text-rev">◆ {t("Refused by the desk")}</span>;
  return <span className="text-held">■ {t("Failed")}</span>;
}

"use client";

import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";

/** When a key or secret last let somebody in; exact to a minute. */
export function LastUsed({ at }: { at: string | null }) {
  const t = useT();
  return at ? <Time at={at} prefix={t("last used")} /> : t("never used");
}

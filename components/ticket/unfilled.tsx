"use client";

import { useT } from "@/components/i18n/context";
import { openPlaceholders } from "@/lib/resolve/model";

/** Placeholders in what is being written that the desk will not send as they stand. */
export function Unfilled({ text }: { text: string }) {
  const t = useT();
  const names = openPlaceholders(text).join(", ");
  return (
    <p role="status" className="px-3 py-1 font-medium text-rev empty:hidden">
      {names
        ? t("Nobody has filled in {{names}}. Write what belongs there before you send.", { names })
        : null}
    </p>
  );
}

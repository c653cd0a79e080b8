"use client";

import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";

/** Anything a page of the desk could not do. */
export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  const t = useT();
  return (
    <ErrorState
      title={t("This page could not be shown")}
      message={t(
        "Nothing was lost or changed. If it happens again, the reason is in the desk’s log.",
      )}
      onRetry={reset}
    />
  );
}

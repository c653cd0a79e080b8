"use client";

import { ErrorState } from "@/components/ui/error-state";

/** Anything a page of the desk could not do. */
export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      title="This page could not be shown"
      message="Nothing was lost or changed. If it happens again, the reason is in the desk’s log."
      onRetry={reset}
    />
  );
}

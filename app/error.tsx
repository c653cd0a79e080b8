"use client";

import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";

/** Anything that fails outside the desk's own frame: the database away, say. */
export default function RootError({ reset }: { error: Error; reset: () => void }) {
  const t = useT();
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState
        title={t("Deskhand can’t answer right now")}
        message={t(
          "Requests that were accepted are safe. The desk may be starting, or its database is away; try again in a moment.",
        )}
        onRetry={reset}
      />
    </main>
  );
}

"use client";

import { useState } from "react";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import type { AttemptView } from "@/lib/review/model";

/** The flagged reply that a reply corrects, if it does: only reviewers settle that. */
export function useCorrects(attempt: AttemptView | null) {
  const viewer = useViewer();
  const [chosen, choose] = useState(false);
  const offered = attempt?.reviewState === "flagged" && viewer.may.settleFlagged;
  return { offered, id: offered && chosen ? attempt.id : undefined, choose };
}

/** Asked beside a reply that follows one which was sent to be looked at. */
export function CorrectsSent({ offered, id, choose }: ReturnType<typeof useCorrects>) {
  const t = useT();
  if (!offered) return null;
  return (
    <label className="flex min-h-7 items-center gap-2 px-3 text-soft pointer-coarse:min-h-11">
      <input
        type="checkbox"
        className="size-4 accent-(--accent)"
        checked={id !== undefined}
        onChange={(event) => choose(event.target.checked)}
      />
      {t("Corrects the desk’s flagged reply: settles its review and resolves the ticket")}
    </label>
  );
}

"use client";

import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import type { SavedWriting } from "./saved-writing";

/** Two browsers of one person have gone on from the same text: both are kept until they choose. */
export function OtherWriting({ saved }: { saved: SavedWriting }) {
  const t = useT();
  const { other, choose } = saved;
  if (!other) return null;
  return (
    <div role="alert" className="border-t bg-note px-3 py-2">
      <p>
        {rich(
          t,
          "You have written something else here on another browser, {{time}}. Both are kept.",
          { time: <Time at={other.updatedAt} /> },
        )}
      </p>
      <p
        dir="auto"
        className="mt-1 max-h-24 overflow-y-auto whitespace-pre-wrap text-soft wrap-anywhere"
      >
        {other.text}
      </p>
      <div className="mt-1.5 flex flex-wrap gap-2">
        <Button onClick={() => choose("here")}>{t("Keep what stands here")}</Button>
        <Button onClick={() => choose("other")}>{t("Use the other")}</Button>
        <Button kind="quiet" onClick={() => choose("both")}>
          {t("Put both together")}
        </Button>
      </div>
    </div>
  );
}

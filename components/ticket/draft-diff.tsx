"use client";

import { memo, useDeferredValue } from "react";
import { useT } from "@/components/i18n/context";
import { DiffWords } from "./diff-words";

/** As long as both texts are the same, nothing is compared again. */
const Words = memo(DiffWords);

/** What a person has changed of the draft: what is gone is struck through, what is new is marked. */
export function DraftDiff({ before, after }: { before: string; after: string }) {
  const t = useT();
  return (
    <section aria-label={t("What you changed")} className="rounded-md bg-sel px-2.5 py-2">
      <h3 className="text-faint text-xs">{t("What you changed")}</h3>
      <p
        dir="auto"
        className="mt-1 max-h-40 overflow-y-auto whitespace-pre-wrap text-soft wrap-anywhere"
      >
        <Words before={before} after={useDeferredValue(after)} />
      </p>
    </section>
  );
}

"use client";

import { useT } from "@/components/i18n/context";
import { DiffWords } from "@/components/ticket/diff-words";

/** What another wording would change of a text. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  const t = useT();
  return (
    <section aria-label={t("What would change")}>
      <h3 className="mb-1 text-2xs text-faint">{t("What would change")}</h3>
      <p dir="auto" className="whitespace-pre-wrap text-base leading-relaxed wrap-anywhere">
        <DiffWords before={before} after={after} />
      </p>
    </section>
  );
}

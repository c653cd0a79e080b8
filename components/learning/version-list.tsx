"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Time } from "@/components/time/time";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { VersionLine } from "@/lib/insights/model";
import { percent } from "./chart-points";
import { useRollBack } from "./queries";
import { casesWords } from "./version-words";

/** States that were kept, each with how it stood and what sets it apart. */
export function VersionList({ rows, mayChange }: { rows: VersionLine[]; mayChange: boolean }) {
  const t = useT();
  const [asking, setAsking] = useState<number | null>(null);
  const rollBack = useRollBack();
  if (rows.length === 0) {
    return <p className="text-faint">{t("The first version is kept after a hundred signals.")}</p>;
  }
  return (
    <>
      <ul aria-label={t("Kept versions")}>
        {rows.map(({ number, figures, at, differs }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2">
            <span className="font-medium">{t("Version {{number}}", { number })}</span>
            <span className="min-w-0 flex-1 basis-64 text-soft">
              {t("{{n}} outcomes, first choice right in {{share}}; {{cases}}", {
                n: figures.outcomes,
                share: percent(figures.expected),
                cases: casesWords(figures, t),
              })}
              {differs.length > 0 ? (
                <span className="text-faint"> · {differs.map(t.stored).join(", ")}</span>
              ) : null}
            </span>
            <Time at={at} className="text-faint text-xs" />
            {mayChange ? (
              <Button kind="quiet" disabled={rollBack.isPending} onClick={() => setAsking(number)}>
                {t("Roll back to {{number}}", { number })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {rollBack.error ? (
        <p role="alert" className="mt-2 text-held">
          {messageOf(rollBack.error, t)}
        </p>
      ) : null}
      <AlertDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t("Roll back to version {{number}}?", { number: asking ?? "" })}
        description={t(
          "What the desk was taught since then counts no more; articles and answers stay as they are. The ledger can take the roll-back back.",
        )}
        confirm={t("Roll back")}
        danger
        onConfirm={() => asking !== null && rollBack.mutate({ number: asking })}
      />
    </>
  );
}

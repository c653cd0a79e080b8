"use client";

import { useState } from "react";
import { Time } from "@/components/time/time";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { VersionRow } from "@/lib/insights/model";
import { percent } from "./chart-points";
import { useRollBack } from "./queries";

/** States that were kept, each with how it stood; admins can go back to one. */
export function Versions({ rows, mayChange }: { rows: readonly VersionRow[]; mayChange: boolean }) {
  const [asking, setAsking] = useState<number | null>(null);
  const rollBack = useRollBack();
  if (rows.length === 0) {
    return <p className="text-faint">The first version is kept after a hundred signals.</p>;
  }
  return (
    <>
      <ul>
        {rows.map(({ number, figures, at }) => (
          <li key={number} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2">
            <span className="font-medium">Version {number}</span>
            <span className="flex-1 text-soft">
              {figures.outcomes} outcomes, first choice right in {percent(figures.expected)}; solves{" "}
              {figures.solved} of {figures.cases} corrected tickets
            </span>
            <Time at={at} className="text-faint text-xs" />
            {mayChange ? (
              <Button kind="quiet" onClick={() => setAsking(number)}>
                Roll back to {number}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <AlertDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={`Roll back to version ${asking ?? ""}?`}
        description="What the desk was taught since then counts no more; articles and answers stay as they are. The ledger can take the roll-back back."
        confirm="Roll back"
        danger
        onConfirm={() => asking !== null && rollBack.mutate({ number: asking })}
      />
    </>
  );
}

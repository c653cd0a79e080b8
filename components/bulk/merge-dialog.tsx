"use client";

import { useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { QueueRow } from "@/lib/inbox/model";
import type { Change } from "./optimistic";

type Props = { rows: readonly QueueRow[]; onChange: (change: Change) => void; onClose: () => void };

/** Puts all selected tickets into one of them; which one, and whether across accounts. */
export function BulkMergeDialog({ rows, onChange, onClose }: Props) {
  const t = useT();
  const [intoId, setIntoId] = useState(rows[0]?.id ?? "");
  const [across, setAcross] = useState(false);
  const accounts = [...new Set(rows.map(({ account }) => account.name))];
  const ready = rows.some(({ id }) => id === intoId) && (accounts.length === 1 || across);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("Merge {{count}} tickets", { count: rows.length })}
      description={t(
        "The messages of all go into one, and the others close. A merge can be undone.",
      )}
    >
      <div className="flex flex-col gap-3">
        <Targets rows={rows} intoId={intoId} onChoose={setIntoId} />
        {accounts.length > 1 ? (
          <label className="flex items-start gap-2 font-medium">
            <input
              type="checkbox"
              checked={across}
              onChange={(event) => setAcross(event.target.checked)}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            {t("Merge across {{n}} accounts: people of one may read what another wrote.", {
              n: accounts.length,
            })}
          </label>
        ) : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("Cancel")}</Button>
          <Button
            kind="primary"
            disabled={!ready}
            onClick={() => {
              onClose();
              onChange({ kind: "merge", intoId, ...(across && { acrossAccounts: true }) });
            }}
          >
            {t("Merge")}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type TargetsProps = Pick<Props, "rows"> & { intoId: string; onChoose: (id: string) => void };

function Targets({ rows, intoId, onChoose }: TargetsProps) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className="flex max-h-60 flex-col overflow-y-auto">
      <legend className="mb-1 font-medium text-soft">{t("Merge into")}</legend>
      {rows.map((row) => (
        <label
          key={row.id}
          className="flex min-h-8 items-center gap-2 rounded-md px-1 hover:bg-sel pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={row.id === intoId}
            onChange={() => onChoose(row.id)}
            className="size-4 shrink-0 accent-accent"
          />
          <span className="shrink-0 text-faint">#{row.number}</span>
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {row.subject || t("No subject")}
          </span>
          <span className="min-w-0 max-w-32 truncate text-faint" dir="auto">
            {row.customer}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

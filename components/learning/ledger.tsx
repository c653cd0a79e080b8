"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useRowKeys } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { LedgerRow } from "@/lib/insights/model";
import { LedgerLine } from "./ledger-line";
import { KIND_WORDS } from "./ledger-words";
import { useLedger } from "./queries";

const ALL = "all";

/** Everything that the desk has learned from, the newest first; reviewers can take each back. */
export function Ledger({ mayChange }: { mayChange: boolean }) {
  const t = useT();
  const [kind, setKind] = useState<LedgerRow["kind"] | null>(null);
  const list = useLedger(kind);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const keys = useRowKeys(rows.length > 0);
  return (
    <>
      <Select
        label={t("Show in the ledger")}
        value={kind ?? ALL}
        options={[
          { value: ALL, label: t("Everything") },
          ...Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label: t(label) })),
        ]}
        className="mb-2"
        // Its values are the kinds, and `ALL`.
        onValueChange={(value) => setKind(value === ALL ? null : (value as LedgerRow["kind"]))}
      />
      {list.isPending ? (
        <div
          role="status"
          aria-label={t("Loading the ledger")}
          className="flex flex-col gap-2 py-2"
        >
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      ) : null}
      {list.isError && rows.length === 0 ? (
        <ErrorState
          title={t("The ledger could not be loaded")}
          message={`${messageOf(list.error, t)} ${t("What was learned is kept.")}`}
          onRetry={() => void list.refetch()}
        />
      ) : null}
      {list.isSuccess && rows.length === 0 ? (
        <p className="text-faint">{t("Nothing yet.")}</p>
      ) : null}
      <ol aria-label={t("Ledger")} {...keys}>
        {rows.map((row) => (
          <LedgerLine key={row.id} row={row} mayChange={mayChange} />
        ))}
      </ol>
      {list.hasNextPage ? (
        <div className="flex justify-center border-t pt-2">
          <Button
            kind="quiet"
            data-more
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t("Older")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

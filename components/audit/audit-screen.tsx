"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useRowKeys } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { AuditEntry } from "./audit-entry";
import { AuditFilter } from "./audit-filter";
import { EVERYTHING, useAudit } from "./queries";

/** What was changed, by whom, newest first. */
export function AuditScreen() {
  const t = useT();
  const [choice, setChoice] = useState(EVERYTHING);
  const audit = useAudit(choice);
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  const keys = useRowKeys(rows.length > 0);
  return (
    <>
      <AuditFilter choice={choice} onChange={setChoice} />
      {audit.isPending ? <ListSkeleton /> : null}
      {audit.isError ? (
        <ErrorState
          title={t("The audit log could not be loaded")}
          message={messageOf(audit.error, t)}
          onRetry={() => void audit.refetch()}
        />
      ) : null}
      {audit.isSuccess && rows.length === 0 ? (
        <EmptyState title={t("Nothing was changed")}>
          {t("Changes of settings, rules, people and keys stand here, with who made them.")}
        </EmptyState>
      ) : null}
      <ol
        aria-label={t("Changes")}
        className="rounded-xl border bg-panel px-4 empty:hidden"
        {...keys}
      >
        {rows.map((row) => (
          <AuditEntry key={row.id} row={row} />
        ))}
      </ol>
      {audit.hasNextPage ? (
        <Button
          className="mt-3"
          data-more
          busy={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          {t("Older changes")}
        </Button>
      ) : null}
    </>
  );
}

"use client";

import { useDeferredValue } from "react";
import { setAddress, useAddress } from "@/components/desk/address";
import { messageOf } from "@/components/desk/request";
import { useRowKeys } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { LoadMore } from "@/components/queue/load-more";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import { CustomerLine } from "./customer-line";
import { useCustomers } from "./queries";

/** Everybody who has ever written, found by name or address. The address holds the search. */
export function CustomersScreen() {
  const t = useT();
  const { path, search } = useAddress();
  const q = search.get("q") ?? "";
  return (
    <>
      <search className="mb-3 block">
        <Input
          type="search"
          aria-label={t("Search customers")}
          placeholder={t("Name or address")}
          value={q}
          maxLength={200}
          onChange={({ target: { value } }) =>
            setAddress(value ? `${path}?${new URLSearchParams({ q: value })}` : path, "replace")
          }
        />
      </search>
      <CustomerList q={useDeferredValue(q.trim())} />
    </>
  );
}

function CustomerList({ q }: { q: string }) {
  const t = useT();
  const list = useCustomers(q);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const keys = useRowKeys(rows.length > 0);
  if (list.isPending) return <ListSkeleton />;
  if (list.isError && rows.length === 0) {
    return (
      <ErrorState
        title={t("The customers could not be loaded")}
        message={messageOf(list.error, t)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (rows.length === 0) {
    return q ? (
      <EmptyState title={t("Nobody is found")}>
        {t("Try another part of the name, or of the address.")}
      </EmptyState>
    ) : (
      <EmptyState title={t("Nobody has written yet")}>
        {t("Whoever writes to the desk is listed here, with all that they have ever asked.")}
      </EmptyState>
    );
  }
  return (
    <>
      <ul
        aria-label={t("Customers")}
        aria-busy={list.isPlaceholderData || undefined}
        className="overflow-hidden rounded-xl border bg-panel"
        {...keys}
      >
        {rows.map((row) => (
          <CustomerLine key={row.id} customer={row} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <LoadMore busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      ) : null}
    </>
  );
}

function ListSkeleton() {
  const t = useT();
  return (
    <div role="status" aria-label={t("Loading customers")} className="rounded-xl border bg-panel">
      {["one", "two", "three", "four"].map((key) => (
        <div key={key} className="flex flex-col gap-2 border-b px-4 py-3 last:border-b-0">
          <Skeleton className="w-40" />
          <Skeleton className="w-64 max-w-full" />
        </div>
      ))}
    </div>
  );
}

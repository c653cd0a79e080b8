"use client";

import { useParams } from "next/navigation";
import type { ReactNode } from "react";
import { messageOf } from "@/components/desk/request";
import { useRowKeys } from "@/components/desk/row-keys";
import { NavButton } from "@/components/desk/shell";
import { useT } from "@/components/i18n/context";
import { LoadMore } from "@/components/queue/load-more";
import { QueueSkeleton } from "@/components/queue/queue-skeleton";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { OutboxRow } from "./outbox-row";
import { useOutbox } from "./queries";

/** Everything on its way out, and what has left; one opened beside the list. */
export function OutboxScreen({ children }: { children: ReactNode }) {
  const { deliveryId } = useParams<{ deliveryId?: string }>();
  const open = deliveryId !== undefined;
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] sm:grid-cols-[minmax(260px,38%)_minmax(0,1fr)] lg:grid-cols-[minmax(280px,340px)_minmax(0,1fr)] 2xl:grid-cols-[392px_minmax(0,1fr)]">
      <div className={cn("min-h-0 border-r bg-panel max-sm:border-0", open && "max-sm:hidden")}>
        <OutboxList chosen={deliveryId} />
      </div>
      <div className={cn("min-h-0 min-w-0", !open && "max-sm:hidden")}>{children}</div>
    </div>
  );
}

function OutboxList({ chosen }: { chosen: string | undefined }) {
  const t = useT();
  const list = useOutbox();
  const Heading = chosen ? "h2" : "h1";
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const keys = useRowKeys(rows.length > 0);
  return (
    <section aria-label={t("Outbox")} className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-11.5 shrink-0 items-center gap-2 border-b px-3.5 max-lg:pl-1.5">
        <NavButton />
        <Heading className="font-semibold">{t("Outbox")}</Heading>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending ? <QueueSkeleton /> : null}
        {list.isError && rows.length === 0 ? (
          <ErrorState
            title={t("The outbox could not be loaded")}
            message={`${messageOf(list.error, t)} ${t("Deliveries go on meanwhile.")}`}
            onRetry={() => void list.refetch()}
          />
        ) : null}
        {list.isSuccess && rows.length === 0 ? (
          <EmptyState title={t("Nothing has left yet")}>
            {t(
              "Every reply passes here on its way out, and stays as it was sent. Answer a ticket, or approve a held draft.",
            )}
          </EmptyState>
        ) : null}
        <ul aria-label={t("Deliveries")} {...keys}>
          {rows.map((row) => (
            <OutboxRow key={row.id} row={row} selected={row.id === chosen} />
          ))}
        </ul>
        {list.hasNextPage ? (
          <LoadMore busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        ) : null}
      </div>
    </section>
  );
}

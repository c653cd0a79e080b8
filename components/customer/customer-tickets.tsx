"use client";

import Link from "next/link";
import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useRowKeys } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { ConfidenceBadge } from "@/components/queue/confidence-badge";
import { LoadMore } from "@/components/queue/load-more";
import { Time } from "@/components/time/time";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { ListSkeleton } from "@/components/ui/skeleton";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { CustomerTicket } from "@/lib/customer/model";
import { STATUS_WORDS } from "@/lib/inbox/model";
import { Box } from "./box";
import { useCustomerTickets, type Whose } from "./queries";

/** All tickets of the person, or of everybody in the account. */
export function CustomerTickets({ id, account }: { id: string; account: string }) {
  const t = useT();
  const [whose, setWhose] = useState<Whose>("customer");
  return (
    <Box title={t("Tickets")}>
      <Tabs
        value={whose}
        onValueChange={(value) => setWhose(value === "account" ? "account" : "customer")}
      >
        <TabsList aria-label={t("Whose tickets")} className="mb-1">
          <TabsTrigger value="customer">{t("Theirs")}</TabsTrigger>
          <TabsTrigger value="account">{t("All of {{account}}", { account })}</TabsTrigger>
        </TabsList>
        <TabsContent value={whose}>
          <TicketList id={id} whose={whose} />
        </TabsContent>
      </Tabs>
    </Box>
  );
}

function TicketList({ id, whose }: { id: string; whose: Whose }) {
  const t = useT();
  const list = useCustomerTickets(id, whose);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const keys = useRowKeys(rows.length > 0);
  if (list.isPending) return <ListSkeleton />;
  if (list.isError && rows.length === 0) {
    return (
      <ErrorState
        title={t("The tickets could not be loaded")}
        message={messageOf(list.error, t)}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState title={t("No tickets")}>{t("Whatever they write appears here.")}</EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={t("Tickets")} className="flex flex-col" {...keys}>
        {rows.map((row) => (
          <TicketLine key={row.id} ticket={row} named={whose === "account"} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <LoadMore busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
      ) : null}
    </>
  );
}

function TicketLine({ ticket, named }: { ticket: CustomerTicket; named: boolean }) {
  const t = useT();
  return (
    <li className="border-t first:border-t-0">
      <Link
        href={`/queue/open/${ticket.id}`}
        prefetch={false}
        data-row
        className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-0.5 py-1 hover:text-accent pointer-coarse:min-h-11"
      >
        <span className="text-faint tabular-nums">#{ticket.number}</span>
        <span
          className="min-w-0 flex-1 basis-40 truncate max-sm:basis-[calc(100%-4rem)]"
          dir="auto"
        >
          {ticket.subject || t("No subject")}
        </span>
        {named ? <span className="truncate text-soft">{ticket.customer}</span> : null}
        {ticket.badge ? <ConfidenceBadge badge={ticket.badge} /> : null}
        <span className="text-soft">
          {ticket.merged ? t("Merged") : t(STATUS_WORDS[ticket.status])}
        </span>
        <Time
          at={ticket.createdAt}
          className="min-w-26 whitespace-nowrap text-right text-faint max-sm:ml-auto max-sm:min-w-0"
        />
      </Link>
    </li>
  );
}

"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo, useRef } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { useKey } from "@/components/desk/keys";
import { useCounts } from "@/components/desk/queries";
import { messageOf } from "@/components/desk/request";
import { NavButton } from "@/components/desk/shell";
import { useViewer } from "@/components/desk/viewer";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Select } from "@/components/ui/select";
import { FIXED_QUEUES, type QueueCounts, QueueSort, type QueueRow as Row } from "@/lib/inbox/model";
import { LoadMore } from "./load-more";
import { useQueue } from "./queries";
import { QueueRow } from "./queue-row";
import { QueueSkeleton } from "./queue-skeleton";
import { QUEUE_WORDS, teamWords } from "./queue-title";
import { useSteadyRows } from "./steady-rows";

const SORTS = [
  { value: "newest", label: "Newest activity" },
  { value: "waiting", label: "Waiting longest" },
] as const;

type Props = { queue: string; ticketId: string | undefined };

/** A queue's rows, kept fresh, with its name, its count and its order. */
export function QueueList({ queue, ticketId }: Props) {
  const router = useRouter();
  const sort = QueueSort.catch("newest").parse(useSearchParams().get("sort"));
  const list = useQueue(queue, sort);
  const counts = useCounts();
  const words = wordsOf(queue, counts);
  const rows = useMemo(
    () => unique(list.data?.pages.flatMap((page) => page.rows) ?? []),
    [list.data],
  );
  const box = useRef<HTMLDivElement>(null);
  const shown = useSteadyRows(rows, box);
  const href = (id: string) => `/queue/${queue}/${id}${sort === "newest" ? "" : `?sort=${sort}`}`;
  const step = (by: number) => {
    const at = shown.findIndex((row) => row.id === ticketId);
    const next = shown[at < 0 ? 0 : at + by];
    if (next) router.push(href(next.id), { scroll: false });
  };
  useKey("j", () => step(1), shown.length > 0);
  useKey("k", () => step(-1), shown.length > 0);

  return (
    <section aria-label={words.title} className="flex h-full min-h-0 flex-col">
      <ListHeader
        title={words.title}
        count={countOf(queue, counts)}
        sort={sort}
        alone={ticketId === undefined}
      />
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending ? <QueueSkeleton /> : null}
        {list.isError && shown.length === 0 ? (
          <ErrorState
            title="The list could not be loaded"
            message={`${messageOf(list.error)} Nothing was lost.`}
            onRetry={() => void list.refetch()}
          />
        ) : null}
        {list.isSuccess && shown.length === 0 ? (
          <EmptyState title={words.empty}>{words.hint}</EmptyState>
        ) : null}
        <Rows rows={shown} href={href} ticketId={ticketId} />
        {list.hasNextPage ? (
          <LoadMore busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        ) : null}
      </div>
    </section>
  );
}

type RowsProps = {
  rows: readonly Row[];
  href: (id: string) => string;
  ticketId: string | undefined;
};

function Rows({ rows, href, ticketId }: RowsProps) {
  const viewer = useViewer();
  return (
    <ul>
      {rows.map((row) => (
        <QueueRow
          key={row.id}
          row={row}
          href={href(row.id)}
          selected={row.id === ticketId}
          me={viewer.id}
          myName={viewer.name}
        />
      ))}
    </ul>
  );
}

type HeaderProps = {
  title: string;
  count: number | undefined;
  sort: QueueSort;
  /** No ticket is open beside it, so this is the page's own heading. */
  alone: boolean;
};

function ListHeader({ title, count, sort, alone }: HeaderProps) {
  const router = useRouter();
  const path = usePathname();
  const Heading = alone ? "h1" : "h2";
  return (
    <header className="flex min-h-11.5 shrink-0 items-center gap-2 border-b px-3.5 max-lg:pl-1.5">
      <NavButton />
      <Heading className="min-w-0 flex-1 truncate font-semibold">
        {title} <span className="font-normal text-faint">{count}</span>
      </Heading>
      <span title="Next and previous ticket" className="flex gap-1 text-faint max-lg:hidden">
        <KeyHint of="j" />
        <KeyHint of="k" />
      </span>
      <Select
        quiet
        label="Order"
        value={sort}
        options={SORTS}
        className="text-soft"
        onValueChange={(value) =>
          router.replace(value === "newest" ? path : `${path}?sort=${value}`, { scroll: false })
        }
      />
    </header>
  );
}

function wordsOf(queue: string, counts: QueueCounts | undefined) {
  const fixed = FIXED_QUEUES.find((name) => name === queue);
  if (fixed) return QUEUE_WORDS[fixed];
  return teamWords(counts?.teams.find((team) => team.id === queue)?.name ?? "Team");
}

function countOf(queue: string, counts: QueueCounts | undefined): number | undefined {
  const fixed = FIXED_QUEUES.find((name) => name === queue);
  if (fixed) return counts?.[fixed];
  return counts?.teams.find((team) => team.id === queue)?.open;
}

/** A ticket that moved between two fetches may stand on two pages; it is shown once. */
function unique<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

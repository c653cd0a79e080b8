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
import { FIXED_QUEUES, type QueueCounts, QueueSort } from "@/lib/inbox/model";
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

/** A queue's rows, kept fresh, with its name, its count and its order. */
export function QueueList({ queue, ticketId }: { queue: string; ticketId: string | undefined }) {
  const viewer = useViewer();
  const router = useRouter();
  const path = usePathname();
  const search = useSearchParams();
  const sort = QueueSort.catch("newest").parse(search.get("sort"));
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

  // The page's own heading: the open ticket's subject where there is one.
  const Heading = ticketId ? "h2" : "h1";

  const step = (by: number) => {
    const at = shown.findIndex((row) => row.id === ticketId);
    const next = shown[at < 0 ? 0 : at + by];
    if (next) router.push(href(next.id), { scroll: false });
  };
  useKey("j", () => step(1), rows.length > 0);
  useKey("k", () => step(-1), rows.length > 0);

  return (
    <section aria-label={words.title} className="flex h-full min-h-0 flex-col">
      <header className="flex min-h-11.5 shrink-0 items-center gap-2 border-b px-3.5 max-lg:pl-1.5">
        <NavButton />
        <Heading className="min-w-0 flex-1 truncate font-semibold">
          {words.title} <span className="font-normal text-faint">{countOf(queue, counts)}</span>
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
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto">
        {list.isPending ? <QueueSkeleton /> : null}
        {list.isError && rows.length === 0 ? (
          <ErrorState
            title="The list could not be loaded"
            message={`${messageOf(list.error)} Nothing was lost.`}
            onRetry={() => void list.refetch()}
          />
        ) : null}
        {list.isSuccess && rows.length === 0 ? (
          <EmptyState title={words.empty}>{words.hint}</EmptyState>
        ) : null}
        <ul>
          {shown.map((row) => (
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
        {list.hasNextPage ? (
          <LoadMore busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
        ) : null}
      </div>
    </section>
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

"use client";

import {
  type ComponentProps,
  type RefObject,
  type UIEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useCounts } from "@/components/desk/queries";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { laterPart, useIsIdle } from "@/components/ui/later";
import type { QueueRow } from "@/lib/inbox/model";
import { useAhead } from "./ahead";
import { LoadMore } from "./load-more";
import { type Place, usePlace } from "./place";
import { useQueue } from "./queries";
import { QueueHeader } from "./queue-header";
import { QueueSkeleton } from "./queue-skeleton";
import { wordsOf } from "./queue-words";
import { useSelection } from "./selection";
import { useSteadyRows } from "./steady-rows";
import { useListKeys } from "./use-list-keys";
import { VirtualRows } from "./virtual-rows";

const RowActions = laterPart(async () => (await import("./row-actions")).RowActions);
const BulkBar = laterPart(async () => (await import("@/components/bulk/bulk-bar")).BulkBar);

/** Tickets fetched ahead of the one that is open. */
const AHEAD = 3;
/** Scrolled less than this, a list is at its top. Pixels. */
const TOP = 8;

/** The first paint does without what rows do by keys, swipes and menus. */
function ActionsOnceIdle(props: ComponentProps<typeof RowActions>) {
  return useIsIdle() ? <RowActions {...props} /> : null;
}

/** A queue's rows, kept fresh, with its name, its count, its order and its filter. */
export function QueueList() {
  const t = useT();
  const place = usePlace();
  const { queue, sort, filter, ticketId } = place;
  const list = useQueue(queue, sort, filter);
  const words = wordsOf(queue, useCounts(), t);
  const fetched = useMemo(
    () => unique(list.data?.pages.flatMap((page) => page.rows) ?? []),
    [list.data],
  );
  const box = useRef<HTMLDivElement>(null);
  const { rows, waiting, showNew, onScroll } = useShownRows(fetched, box, ticketId);
  const selection = useSelection(rows);
  const { current, setCursor } = useListKeys(rows, ticketId, selection);
  useAhead(nextTo(rows, current));
  const [asked, ask] = useState<string | null>(null);

  return (
    <section aria-label={words.title} className="flex h-full min-h-0 flex-col">
      <QueueHeader queue={queue} sort={sort} filter={filter} alone={ticketId === undefined} />
      {selection.ids.size > 0 ? (
        <BulkBar
          selected={[...selection.ids]}
          rows={rows.filter(({ id }) => selection.has(id))}
          onClear={selection.clear}
        />
      ) : null}
      <div className="relative min-h-0 flex-1">
        <NewRows count={waiting} onShow={showNew} />
        <div
          ref={box}
          onScroll={onScroll}
          className="h-full overflow-y-auto [overflow-anchor:none]"
        >
          {rows.length === 0 ? <NoRows list={list} place={place} /> : null}
          <ActionsOnceIdle
            box={box}
            rows={rows}
            current={ticketId === undefined && selection.ids.size === 0 ? current : null}
            asked={asked}
            onAsked={ask}
            onSelect={selection.toggle}
          />
          <VirtualRows
            rows={rows}
            box={box}
            place={place}
            current={current}
            selection={selection}
            onCursor={setCursor}
            onAsk={ask}
          />
          {list.hasNextPage ? (
            <LoadMore busy={list.isFetchingNextPage} onMore={() => void list.fetchNextPage()} />
          ) : null}
        </div>
      </div>
    </section>
  );
}

/** Rows that stay where they are while a ticket is open, or somebody is further down. */
function useShownRows(
  fetched: readonly QueueRow[],
  box: RefObject<HTMLElement | null>,
  ticketId: string | undefined,
) {
  const [scrolled, setScrolled] = useState(false);
  const { rows, waiting, show } = useSteadyRows(fetched, box, scrolled || ticketId !== undefined);
  return {
    rows,
    waiting,
    showNew() {
      show();
      box.current?.scrollTo({ top: 0 });
    },
    onScroll: ({ currentTarget }: UIEvent<HTMLElement>) =>
      setScrolled(currentTarget.scrollTop > TOP),
  };
}

/** What is new above the rows, and waits until it is asked for. */
function NewRows({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useT();
  return (
    <div role="status" className="absolute inset-x-0 top-2 z-10 flex justify-center">
      {count > 0 ? (
        <Button className="appear shadow-float" onClick={onShow}>
          {t("{{n}} new", { n: count })}
        </Button>
      ) : null}
    </div>
  );
}

/** Why there are no rows: they are on the way, could not be read, or there are none. */
function NoRows({ list, place }: { list: ReturnType<typeof useQueue>; place: Place }) {
  const t = useT();
  const words = wordsOf(place.queue, useCounts(), t);
  if (list.isPending) return <QueueSkeleton />;
  if (list.isError) {
    return (
      <ErrorState
        title={t("The list could not be loaded")}
        message={`${messageOf(list.error, t)} ${t("Nothing was lost.")}`}
        onRetry={() => void list.refetch()}
      />
    );
  }
  return (
    <EmptyState title={place.filter ? t("Nothing passes the filter") : words.empty}>
      {place.filter ? t("Take a test away to see more.") : words.hint}
    </EmptyState>
  );
}

/** The ids that J would open next, from where the cursor is. */
function nextTo(rows: readonly { id: string }[], current: string | null): string[] {
  const at = rows.findIndex(({ id }) => id === current);
  return rows.slice(at + 1, at + 1 + AHEAD).map(({ id }) => id);
}

/** A ticket that moved between two fetches may stand on two pages; it is shown once. */
function unique<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}

"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect } from "react";
import type { Density } from "@/components/desk/pane-limits";
import { usePanes } from "@/components/desk/panes";
import { useViewer } from "@/components/desk/viewer";
import { usePresenceByTicket } from "@/components/presence/queries";
import type { QueueRow as Row } from "@/lib/inbox/model";
import { hrefOf, type Place } from "./place";
import { QueueRow } from "./queue-row";
import type { Selection } from "./selection";

/** What a row is likely to be high, until it has been measured. Pixels. */
const HEIGHT: Record<Density, number> = { comfortable: 117, compact: 33 };
/**
 * What the server draws for, before anybody knows how large the window is: with the rows beyond it,
 * enough for most. Pixels.
 */
const WINDOW: Record<Density, { width: number; height: number }> = {
  comfortable: { width: 360, height: 560 },
  compact: { width: 360, height: 800 },
};
/** Rows drawn above and below what is seen. */
const BEYOND = 4;

/** Where each list was left: by its address, for as long as this page stands. */
const offsets = new Map<string, number>();

type Virtual = ReturnType<typeof useVirtualizer<HTMLElement, Element>>;

/** The whole row is in sight, by what has been measured. */
function isSeen(virtual: Virtual, index: number): boolean {
  const row = virtual.getVirtualItems().find((item) => item.index === index);
  const top = virtual.scrollOffset ?? 0;
  const bottom = top + (virtual.scrollRect?.height ?? 0);
  return row !== undefined && row.start >= top && row.end <= bottom;
}

type Props = {
  rows: readonly Row[];
  box: RefObject<HTMLElement | null>;
  place: Place;
  /** The row that keys are about. */
  current: string | null;
  selection: Selection;
  onCursor: (id: string) => void;
  /** Its menu was pressed. */
  onAsk: (id: string) => void;
};

/** Which rows are drawn, and where. The row that keys are about is kept in sight. */
function useRowsInSight({
  rows,
  box,
  place,
  current,
}: Omit<Props, "selection" | "onCursor" | "onAsk">) {
  const { density } = usePanes();
  const name = hrefOf({ ...place, ticketId: undefined });
  const estimateSize = useCallback(() => HEIGHT[density], [density]);
  const getItemKey = useCallback((index: number) => rows[index]?.id ?? index, [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    // Everything is measured and placed anew for each new one of these functions.
    estimateSize,
    getItemKey,
    overscan: BEYOND,
    // Rows beyond those that are seen are drawn already: a scroll need not wait for more.
    useFlushSync: false,
    initialRect: WINDOW[density],
    initialOffset: () => offsets.get(name) ?? 0,
    onChange: ({ scrollOffset }) => offsets.set(name, scrollOffset ?? 0),
  });
  const at = rows.findIndex(({ id }) => id === current);
  // Keys may choose a row that is out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the row changes, not its place
  useEffect(() => {
    if (at < 0 || isSeen(virtual, at)) return;
    // To scroll makes the browser lay out the page: what the key has changed is drawn before.
    const frame = requestAnimationFrame(() => virtual.scrollToIndex(at, { align: "auto" }));
    return () => cancelAnimationFrame(frame);
  }, [current]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are as high as they are
  useEffect(() => virtual.measure(), [density]);
  return virtual;
}

/** Only the rows that can be seen, however long the list is. */
export function VirtualRows(props: Props) {
  const { rows, place, current, selection, onCursor, onAsk } = props;
  const viewer = useViewer();
  const { density } = usePanes();
  const viewers = usePresenceByTicket();
  const virtual = useRowsInSight(props);
  return (
    <ul className="relative w-full" style={{ height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        return row ? (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            className="absolute inset-x-0 top-0 border-b"
            style={{ transform: `translateY(${start}px)` }}
          >
            <QueueRow
              row={row}
              href={hrefOf({ ...place, ticketId: row.id })}
              open={row.id === place.ticketId}
              current={row.id === current}
              selected={selection.has(row.id)}
              selecting={selection.ids.size > 0}
              compact={density === "compact"}
              here={viewers.get(row.id)}
              me={viewer.id}
              myName={viewer.name}
              onToggle={selection.toggle}
              onExtend={selection.extendTo}
              onCursor={onCursor}
              onAsk={onAsk}
            />
          </li>
        ) : null;
      })}
    </ul>
  );
}

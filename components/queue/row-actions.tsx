"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { BulkPick, type Pick } from "@/components/bulk/bulk-picks";
import type { Change } from "@/components/bulk/optimistic";
import { useBulk } from "@/components/bulk/queries";
import { useKey } from "@/components/desk/keys";
import { useViewer } from "@/components/desk/viewer";
import type { QueueRow } from "@/lib/inbox/model";
import { isSettled } from "@/lib/ticket/model";
import { rowMoves, swipeMove } from "./row-moves";
import { RowSheet } from "./row-sheet";
import { type Aside, hearSwipes } from "./row-swipes";
import { RowTray } from "./row-tray";

type Props = {
  /** What the rows scroll in. */
  box: RefObject<HTMLElement | null>;
  rows: readonly QueueRow[];
  /** The row that keys are about; null while an open ticket or a selection takes them. */
  current: string | null;
  /** The row whose menu was pressed. */
  asked: string | null;
  onAsked: (id: string | null) => void;
  onSelect: (id: string) => void;
};

/** What is done to one row of a list: by a finger, by a key, or from its menu. */
export function RowActions({ box, rows, current, asked, onAsked, onSelect }: Props) {
  const { run } = useBulk(rows);
  const [snoozing, setSnoozing] = useState<string | null>(null);
  const one = (id: string) => (change: Change) => run([id], change);
  const aside = useSwipes(box, rows, run, setSnoozing);
  const shown = rows.find(({ id }) => id === (asked ?? snoozing));
  const close = () => {
    onAsked(null);
    setSnoozing(null);
  };
  const row = rows.find(({ id }) => id === current);
  const beside = aside && rows[aside.index];
  return (
    <>
      {beside ? <RowTray aside={aside} settled={isSettled(beside.status)} /> : null}
      {row ? <RowKeys key={row.id} row={row} onChange={one(row.id)} /> : null}
      {shown ? (
        <RowSheet
          key={shown.id}
          row={shown}
          snoozing={snoozing !== null}
          onChange={one(shown.id)}
          onSelect={() => onSelect(shown.id)}
          onClose={close}
        />
      ) : null}
    </>
  );
}

type Run = (ids: readonly string[], change: Change) => Promise<void>;

/** @returns the row that a finger holds aside */
function useSwipes(
  box: RefObject<HTMLElement | null>,
  rows: readonly QueueRow[],
  run: Run,
  onSnooze: (id: string) => void,
): Aside | null {
  const [aside, setAside] = useState<Aside | null>(null);
  const latest = useRef({ rows, run, onSnooze });
  useEffect(() => {
    latest.current = { rows, run, onSnooze };
  });
  useEffect(() => {
    if (!box.current) return;
    return hearSwipes(box.current, {
      allowed: (index, way) => {
        const row = latest.current.rows[index];
        return row !== undefined && swipeMove(row, way) !== null;
      },
      show: setAside,
      act: (index, way) => {
        const row = latest.current.rows[index];
        const move = row && swipeMove(row, way);
        if (!move) return undefined;
        if (move === "snooze") {
          latest.current.onSnooze(row.id);
          return undefined;
        }
        const status = move === "resolve" ? "resolved" : "open";
        return latest.current.run([row.id], { kind: "status", status });
      },
    });
  }, [box]);
  return aside;
}

/** The letters mean for the row what they mean for an open ticket. */
function RowKeys({ row, onChange }: { row: QueueRow; onChange: (change: Change) => unknown }) {
  const { id: me } = useViewer();
  const [pick, setPick] = useState<Pick | null>(null);
  const moves = rowMoves(row, me);
  useKey("e", () => onChange({ kind: "status", status: "resolved" }), moves.resolve);
  useKey("shift+e", () => onChange({ kind: "status", status: "open" }), moves.reopen);
  useKey("i", () => onChange({ kind: "assign", personId: me }), moves.take);
  useKey("h", () => setPick("snooze"), moves.snooze);
  useKey("a", () => setPick("assign"));
  useKey("p", () => setPick("priority"));
  useKey("s", () => setPick("status"));
  return pick ? (
    <BulkPick pick={pick} rows={[row]} onChange={onChange} onClose={() => setPick(null)} />
  ) : null;
}

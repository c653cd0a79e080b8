"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** How long a pointer may rest before the list moves on. */
const REST_MS = 1_500;

type Row = { id: string };

type Steady<T> = {
  rows: readonly T[];
  /** New rows, or old ones with news, that wait above what is shown. */
  waiting: number;
  /** Shows them. */
  show: () => void;
};

/**
 * Rows that don't move under the pointer or the cursor: nobody shall press what was somewhere
 * else a moment ago. While `still`, what is new above waits until it is asked for; while the
 * pointer moves, what is gone stays, too.
 */
export function useSteadyRows<T extends Row>(
  rows: readonly T[],
  box: RefObject<HTMLElement | null>,
  still: boolean,
): Steady<T> {
  const moving = usePointerMoves(box);
  const before = useRef(rows);
  const [, redraw] = useState(0);
  const held = moving || (still && before.current.length > 0);
  const shown = held ? steady(before.current, rows, moving) : rows;
  useEffect(() => {
    before.current = shown;
  });
  return {
    rows: shown,
    waiting: held ? newAbove(shown, rows) : 0,
    show() {
      before.current = rows;
      redraw((count) => count + 1);
    },
  };
}

/**
 * The old order with what is known now; of the new rows only those behind the last old one.
 *
 * @param keepGone rows that are not in the list any more stay where they were
 */
export function steady<T extends Row>(
  before: readonly T[],
  rows: readonly T[],
  keepGone: boolean,
): readonly T[] {
  if (rows.length === 0 && !keepGone) return rows;
  const now = new Map(rows.map((row) => [row.id, row]));
  const old = new Set(before.map((row) => row.id));
  const last = rows.findLastIndex((row) => old.has(row.id));
  if (last < 0 && !keepGone) return rows; // another list altogether
  const kept = before.flatMap((row) => now.get(row.id) ?? (keepGone ? row : []));
  const shown = [...kept, ...rows.slice(last + 1)];
  // What depends on the list is drawn anew for another list: for the same rows it must be the same one.
  return isSame(shown, before) ? before : shown;
}

const isSame = <T>(one: readonly T[], other: readonly T[]) =>
  one.length === other.length && one.every((row, at) => row === other[at]);

/** How many rows stand above the first one that is shown, or would move there. */
export function newAbove(shown: readonly Row[], rows: readonly Row[]): number {
  const first = shown[0];
  if (!first) return 0;
  const at = rows.findIndex((row) => row.id === first.id);
  return Math.max(0, at);
}

function usePointerMoves(box: RefObject<HTMLElement | null>): boolean {
  const [moving, setMoving] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const rest = () => {
      clearTimeout(timer);
      setMoving(false);
    };
    const move = () => {
      clearTimeout(timer);
      setMoving(true);
      timer = setTimeout(rest, REST_MS);
    };
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerleave", rest);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerleave", rest);
    };
  }, [box]);
  return moving;
}

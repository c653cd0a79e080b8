"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** How long a pointer may rest before the list moves on. */
const REST_MS = 1_500;

type Row = { id: string };

/**
 * Rows that don't move while the pointer moves over them: nobody shall press what was somewhere
 * else a moment ago. What is new above waits until the pointer rests or leaves.
 */
export function useSteadyRows<T extends Row>(
  rows: readonly T[],
  box: RefObject<HTMLElement | null>,
): readonly T[] {
  const moving = usePointerMoves(box);
  const before = useRef(rows);
  useEffect(() => {
    if (!moving) before.current = rows;
  });
  return moving ? steady(before.current, rows) : rows;
}

/** The old order with what is known now; of the new rows only those behind the last old one. */
export function steady<T extends Row>(before: readonly T[], rows: readonly T[]): T[] {
  const now = new Map(rows.map((row) => [row.id, row]));
  const old = new Set(before.map((row) => row.id));
  const last = rows.findLastIndex((row) => old.has(row.id));
  const added = rows.slice(last + 1);
  return [...before.map((row) => now.get(row.id) ?? row), ...added];
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

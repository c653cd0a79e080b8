"use client";

import { useRef, useState } from "react";
import { useKey } from "@/components/desk/keys";
import { goTo } from "./place";
import type { Selection } from "./selection";

type Rows = readonly { id: string }[];

/**
 * Keys of a list. While a ticket is open, J and K open the next one; else they move the cursor,
 * and Enter opens.
 *
 * @returns the row that keys are about, and a way to put the cursor somewhere
 */
export function useListKeys(rows: Rows, ticketId: string | undefined, selection: Selection) {
  const [cursor, setCursor] = useState<string | null>(null);
  const at = useRef(-1);
  const current = ticketId ?? cursor;
  const found = rows.findIndex(({ id }) => id === current);
  // The row has left the list (it was resolved, say): the next one now stands in its place.
  const gone = found < 0 && current !== null && at.current >= 0;
  if (found >= 0) at.current = found;
  const row = (by: number) => {
    const index = found >= 0 ? found + by : gone ? at.current + (by > 0 ? by - 1 : by) : 0;
    return rows[Math.min(Math.max(0, index), rows.length - 1)];
  };
  const step = (by: number) => {
    const next = row(by);
    if (!next) return;
    setCursor(next.id);
    if (ticketId !== undefined) goTo({ ticketId: next.id }, "replace");
  };
  const extend = (by: number) => {
    const next = row(by);
    if (!next) return;
    if (current && found >= 0) selection.extendTo(current);
    selection.extendTo(next.id);
    step(by);
  };
  const some = rows.length > 0;
  useKey("j", () => step(1), some);
  useKey("k", () => step(-1), some);
  useKey("shift+j", () => extend(1), some);
  useKey("shift+k", () => extend(-1), some);
  useKey("x", () => current && selection.toggle(current), current !== null);
  useKey(
    "enter",
    () => current && goTo({ ticketId: current }),
    ticketId === undefined && current !== null,
  );
  useKey("escape", selection.clear, selection.ids.size > 0);
  return { current, setCursor };
}

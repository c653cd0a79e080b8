"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { addressNow, setAddress } from "@/components/desk/address";
import type { ReviewRow } from "@/lib/review/model";
import { withItem } from "./filters";
import { itemQuery } from "./queries";

/** Moves without asking the server: the item is there already. */
const show = (to: string | null) => setAddress(withItem(addressNow().search, to), "replace");

/**
 * Which item is open, and where to go from it. Live updates may move rows, but never what is open.
 * The next one is fetched ahead.
 */
export function usePlace(
  rows: readonly ReviewRow[],
  search: URLSearchParams,
  /** The rows are being read anew: what is missing may come. */
  reading: boolean,
) {
  const client = useQueryClient();
  const id = search.get("item");
  const last = useRef<ReviewRow | null>(null);
  // Nobody has chosen it: whoever comes or goes on is given one that is free.
  const given = useRef(id === null);
  const taken = useRef(new Set<string>());
  // On a telephone the list is a screen of its own: whoever goes back to it stays there.
  const [atList, setAtList] = useState(false);
  const at = rows.findIndex((row) => row.id === id);
  const known = rows[at] ?? (last.current?.id === id ? last.current : null);
  const first = rows.find((row) => !row.with) ?? rows[0] ?? null;
  const open = known ?? (id === null && !atList ? first : null);
  const next = rows[rows.findIndex((row) => row.id === open?.id) + 1];
  useEffect(() => {
    last.current = open;
    if (open && id !== open.id) show(open.id);
    if (id !== null && !open && !reading) show(null);
    if (next) void client.prefetchQuery(itemQuery(next.ticketId, next.id));
  });
  const goTo = (to: string | null) => {
    given.current = to === null;
    setAtList(to === null);
    show(to);
  };
  const after = (from: string) => {
    const begin = rows.findIndex((row) => row.id === from);
    return [...rows.slice(begin + 1), ...rows.slice(0, Math.max(0, begin))];
  };
  return {
    open,
    goTo,
    step(by: number) {
      const to = rows[at + by];
      if (to) goTo(to.id);
    },
    /** The one after it that nobody else looks at; else whatever is left. */
    goOn(from: string) {
      const others = after(from);
      last.current = null;
      given.current = true;
      show((others.find((row) => !row.with) ?? others[0])?.id ?? null);
    },
    /** Somebody else was faster to open what was given; what was chosen stays, to be read. */
    passOver(from: string) {
      if (!given.current) return;
      taken.current.add(from);
      const free = after(from).find((row) => !row.with && !taken.current.has(row.id));
      if (free) show(free.id);
    },
  };
}

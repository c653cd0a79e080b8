"use client";

import { useMemo } from "react";
import { addressNow, setAddress, useAddress } from "@/components/desk/address";
import type { QueueSort } from "@/lib/inbox/model";
import { VIEW_SORTS } from "@/lib/view/terms";
import { usualSort } from "./queue-title";

/** What the address says of the lists: which one, in which order, how filtered, and what is open. */
export type Place = {
  queue: string;
  ticketId: string | undefined;
  sort: QueueSort;
  /** JSON of a filter, as the address holds it; empty for none. */
  filter: string;
};

/** `/queue/<queue>/<ticket>?sort=…&f=…` */
export function placeOf(path: string, search: URLSearchParams): Place {
  const [, , queue = "open", ticketId] = path.split("/");
  return {
    queue,
    ticketId: ticketId || undefined,
    sort: sortFrom(search.get("sort")) ?? usualSort(queue),
    filter: search.get("f") ?? "",
  };
}

/** An order by its name; undefined for no order. */
export const sortFrom = (name: string | null): QueueSort | undefined =>
  VIEW_SORTS.find((sort) => sort === name);

export function hrefOf({ queue, ticketId, sort, filter }: Place): string {
  const search = new URLSearchParams({
    ...(sort !== usualSort(queue) && { sort }),
    ...(filter && { f: filter }),
  });
  const path = ticketId ? `/queue/${queue}/${ticketId}` : `/queue/${queue}`;
  return search.size === 0 ? path : `${path}?${search}`;
}

export function usePlace(): Place {
  const { path, search } = useAddress();
  return useMemo(() => placeOf(path, search), [path, search]);
}

/** Where the address leads at this moment: for keys, which may come faster than the screen. */
function now(): Place {
  const { path, search } = addressNow();
  return placeOf(path, search);
}

/** Goes to another ticket, list, order or filter. */
export function goTo(change: Partial<Place>, how: "push" | "replace" = "push"): void {
  setAddress(hrefOf({ ...now(), ...change }), how);
}

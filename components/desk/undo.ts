"use client";

import { useSyncExternalStore } from "react";

/** Longest time that a desk may set for taking a reply back, and a little for clocks that differ. */
const LONGEST_MS = 65_000;
/** How long other things can be undone from here; they keep another way back. */
const SHORT_MS = 15_000;

export type UndoOffer = {
  /** Names it: a newer one of the same name takes its place. */
  key: string;
  /** What was done: "Reply sent". */
  text: string;
  /** What happens when the time is over: "leaves", in English; empty where nothing does. */
  after: string;
  /** Milliseconds since 1970. */
  until: number;
  run: () => Promise<unknown>;
};

let offer: UndoOffer | null = null;
const listeners = new Set<() => void>();

function set(next: UndoOffer | null): void {
  offer = next;
  for (const listener of listeners) listener();
}

/** Shows what was done with a way back. `until` is ISO; without it the offer stays for a while. */
export function offerUndo(made: Omit<UndoOffer, "until"> & { until?: string | null }): void {
  set({ ...made, until: endOf(made.until) });
}

function endOf(until: string | null | undefined): number {
  const now = Date.now();
  const end = until ? Date.parse(until) : Number.NaN;
  return end > now && end - now < LONGEST_MS ? end : now + SHORT_MS;
}

/** Takes an offer away: it was used, or its time is over. */
export function withdrawUndo(key: string): void {
  if (offer?.key === key) set(null);
}

export function useUndoOffer(): UndoOffer | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => offer,
    () => null,
  );
}

"use client";

import { useSyncExternalStore } from "react";

/** `search`: only what can be found, no commands. Null: closed. */
export type PaletteMode = "all" | "search" | null;

let mode: PaletteMode = null;
const listeners = new Set<() => void>();

export function setPalette(next: PaletteMode): void {
  mode = next;
  for (const listener of listeners) listener();
}

export const usePaletteMode = (): PaletteMode =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => mode,
    () => null,
  );

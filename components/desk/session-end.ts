"use client";

import { useSyncExternalStore } from "react";

let ended = false;
const listeners = new Set<() => void>();

/** Any answer "please sign in" lands here; the banner shows it, and nothing typed is lost. */
export function noteSessionEnded(): void {
  ended = true;
  for (const listener of listeners) listener();
}

/** The session works again, perhaps by signing in on another tab. */
export function noteSessionAlive(): void {
  if (!ended) return;
  ended = false;
  for (const listener of listeners) listener();
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => ended,
    () => false,
  );
}

"use client";

import { useSyncExternalStore } from "react";

let first: string | undefined;
let latest: string | undefined;
const listeners = new Set<() => void>();

/** Every answer that names a build lands here; the first is that of this tab. */
export function noteBuild(build: string): void {
  first ??= build;
  if (build === latest) return;
  latest = build;
  for (const listener of listeners) listener();
}

/** True when the desk runs another build than the one this tab was opened with. */
export function useUpdated(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => latest !== first,
    () => false,
  );
}

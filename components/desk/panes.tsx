"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { PANES_COOKIE } from "./pane-limits";
import type { Panes } from "./pane-sizes";

const YEAR_SECONDS = 365 * 86_400;

type Shown = Panes & { set: (change: Partial<Panes>) => void };

const PanesContext = createContext<Shown | null>(null);

/** Which panes are shown and how wide they are: on this browser, for every visit. */
export function PanesProvider({ initial, children }: { initial: Panes; children: ReactNode }) {
  const [panes, setPanes] = useState(initial);
  const shown = useMemo(
    () => ({
      ...panes,
      set(change: Partial<Panes>) {
        const next = { ...panes, ...change };
        setPanes(next);
        const value = encodeURIComponent(JSON.stringify(next));
        // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser
        document.cookie = `${PANES_COOKIE}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
      },
    }),
    [panes],
  );
  return <PanesContext value={shown}>{children}</PanesContext>;
}

export function usePanes(): Shown {
  const shown = useContext(PanesContext);
  if (!shown) throw new Error("usePanes outside the desk");
  return shown;
}

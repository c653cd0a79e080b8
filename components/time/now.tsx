"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";

const TICK_MS = 30_000;

type Clock = {
  now: Date;
  /** False until the browser has taken over: its time zone is not known before. */
  local: boolean;
};

const ClockContext = createContext<Clock>({ now: new Date(0), local: false });

/** One clock for every relative time on the page. Starts with the server's, so that both agree. */
export function NowProvider({ initial, children }: { initial: string; children: ReactNode }) {
  const [clock, setClock] = useState<Clock>({ now: new Date(initial), local: false });
  useEffect(() => {
    const tick = () => setClock({ now: new Date(), local: true });
    tick();
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return <ClockContext value={useMemo(() => clock, [clock])}>{children}</ClockContext>;
}

export function useClock(): Clock {
  return useContext(ClockContext);
}

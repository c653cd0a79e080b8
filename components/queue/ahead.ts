"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { ticketQuery } from "@/components/ticket/queries";
import { whenIdle } from "@/components/ui/later";

/** Data of tickets that are likely opened next stays fresh so long; changes are told live. */
const AHEAD_MS = 60_000;

/** Fetches tickets before they are opened, once nothing else is to do. */
export function useAhead(ids: readonly string[]): void {
  const client = useQueryClient();
  const wanted = ids.join(" ");
  useEffect(() => {
    const fetchThem = () => {
      for (const id of wanted.split(" ").filter(Boolean)) {
        void client.prefetchQuery({ ...ticketQuery(id), staleTime: AHEAD_MS });
      }
    };
    let handle: number | undefined;
    const later = typeof requestIdleCallback === "function";
    const cancel = whenIdle(() => {
      handle = later
        ? requestIdleCallback(fetchThem, { timeout: 500 })
        : window.setTimeout(fetchThem, 50);
    });
    return () => {
      cancel();
      if (handle === undefined) return;
      if (later) cancelIdleCallback(handle);
      else clearTimeout(handle);
    };
  }, [client, wanted]);
}

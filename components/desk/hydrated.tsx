"use client";

import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";

/**
 * Puts data that the server has read into the query cache. As one text: React takes a tree of
 * values apart and puts it together again one by one, on both sides.
 *
 * @param json what `dehydrate` gave
 */
export function Hydrated({ json, children }: { json: string; children: ReactNode }) {
  // The server wrote it a moment ago with the same code.
  const state = useMemo(() => JSON.parse(json) as DehydratedState, [json]);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}

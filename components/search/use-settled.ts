"use client";

import { useEffect, useState } from "react";

/** Long enough to finish a word, short enough not to wait for an answer. */
const SETTLE_MS = 120;

/** What was typed, once the typing pauses. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed === "" ? 0 : SETTLE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}

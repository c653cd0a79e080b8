"use client";

import { Kbd } from "@/components/ui/kbd";
import { isChord, type Key, useKeyName, useKeysOn } from "./keys";

/** The key beside what it does; gone when single keys are turned off. */
export function KeyHint({ of }: { of: Key }) {
  const [on] = useKeysOn();
  const name = useKeyName(of);
  return on || isChord(of) ? <Kbd>{name}</Kbd> : null;
}

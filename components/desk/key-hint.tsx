"use client";

import { Kbd } from "@/components/ui/kbd";
import { bindingOf, isChord } from "./key-map";
import { type Key, useKeyMap, useKeyName, useKeysOn } from "./keys";

/** The key beside what it does; gone when single keys are turned off. */
export function KeyHint({ of }: { of: Key }) {
  const [on] = useKeysOn();
  const [map] = useKeyMap();
  const name = useKeyName(of);
  return on || isChord(bindingOf(map, of)) ? <Kbd>{name}</Kbd> : null;
}

"use client";

import { useBackKey } from "./row-keys";

/** For pages that are made on the server: Escape and U lead to their list. */
export function BackKey({ to }: { to: string }): null {
  useBackKey(to);
  return null;
}

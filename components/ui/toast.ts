"use client";

import type { ExternalToast } from "sonner";

/** A second line, a button, how long it stands. */
type More = ExternalToast | undefined;
export type Told = { kind: "success" | "error"; text: string; more: More };

let show: ((told: Told) => void) | null = null;
const waiting: Told[] = [];

function tell(told: Told): void {
  if (show) show(told);
  else waiting.push(told);
}

/** Short news in the corner of the screen. */
export const toast = {
  success: (text: string, more?: More): void => tell({ kind: "success", text, more }),
  error: (text: string, more?: More): void => tell({ kind: "error", text, more }),
};

/** For what shows them: it gets those that came before it, too. @returns the way back */
export function showToasts(by: (told: Told) => void): () => void {
  show = by;
  for (const told of waiting.splice(0)) by(told);
  return () => {
    if (show === by) show = null;
  };
}

"use client";

import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import type { SavedWriting } from "./saved-writing";

const SAVED_WORDS = says({
  none: "",
  saving: "Saving…",
  saved: "Draft saved",
  here: "Kept on this browser",
} as const);

/** A line of its own, always there: the buttons above never move while somebody presses them. */
export function SavedLine({ state }: Pick<SavedWriting, "state">) {
  const t = useT();
  return <p className="h-5 px-3 text-right text-2xs text-faint">{t(SAVED_WORDS[state])}</p>;
}

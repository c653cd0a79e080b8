"use client";

import { useState } from "react";
import type { MessageView } from "@/lib/inbox/model";
import { knownAt, newerMessages } from "./newer-messages";

/** A text that was changed longer ago was not begun just now, milliseconds. */
const FRESH_MS = 5_000;

/**
 * Messages that came while a text was being written, so that two replies don't cross unseen. A text
 * from yesterday knows what stood there yesterday.
 *
 * @param at when the text was last changed, milliseconds since 1970
 */
export function useNewer(messages: readonly MessageView[], writing: boolean, at: number) {
  const ids = () => new Set(messages.map(({ id }) => id));
  const [known, know] = useState<ReadonlySet<string> | null>(() =>
    writing ? knownAt(messages, at) : null,
  );
  // Begun just now: what stands there is what is answered. Or it has come from another browser.
  if (writing && known === null) know(Date.now() - at < FRESH_MS ? ids() : knownAt(messages, at));
  if (!writing && known !== null) know(null);
  return {
    newer: known === null ? [] : newerMessages(messages, known),
    /** It has been seen. */
    accept: () => know(ids()),
  };
}

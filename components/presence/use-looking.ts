"use client";

import { useEffect } from "react";
import { LOOK_SECONDS } from "@/lib/presence/model";
import { leave, lookAt } from "./queries";

/** Twice within the time after which they count as gone, so that one lost sign does no harm. */
const SIGN_MS = (LOOK_SECONDS / 2.25) * 1000;
/** Whoever only passes by on the way to the next ticket does not look at this one. */
const DWELL_MS = 700;

/** Later than the frame that shows the next ticket. */
const LEFT_MS = 200;

/** Says that the person looks at a ticket while it is on a screen that is looked at. */
export function useLooking(ticketId: string): void {
  useEffect(() => {
    let looked = false;
    const sign = () => {
      if (document.hidden) return;
      looked = true;
      lookAt(ticketId);
    };
    const left = () => {
      if (looked) leave(ticketId);
    };
    const first = setTimeout(sign, DWELL_MS);
    const timer = setInterval(sign, SIGN_MS);
    document.addEventListener("visibilitychange", sign);
    window.addEventListener("pagehide", left);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", sign);
      window.removeEventListener("pagehide", left);
      // The next ticket is drawn in this moment: the word of the last one can wait.
      setTimeout(left, LEFT_MS);
    };
  }, [ticketId]);
}

"use client";

import { useEffect, useState } from "react";
import { messageOf, RequestError } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { LEASE_SECONDS } from "@/lib/resolve/model";
import { leaveReview, openReview } from "./queries";

/** Thrice within the time that an item is kept, so that one lost sign of life does no harm. */
const SIGN_MS = (LEASE_SECONDS / 3) * 1000;

/** Items whose verdict is on its way: the desk needs to know since when they were looked at. */
const deciding = new Set<string>();

/** Keeps an item while its verdict is on its way, though it is not on the screen any more. */
export function keepWhile(id: string, act: () => Promise<void>): Promise<void> {
  deciding.add(id);
  return act().finally(() => {
    deciding.delete(id);
    leaveReview(id); // refused, or done: then there is nothing to give back
  });
}

export type Lease =
  | { state: "asking" }
  | { state: "mine" }
  /** Somebody else looks at it. */
  | { state: "other"; name: string }
  /** It is not open any more; `words` say by whom. */
  | { state: "settled"; words: string };

/** Keeps an item for this person while it is on a screen that is looked at. */
export function useLease(id: string): Lease {
  const t = useT();
  const [lease, setLease] = useState<Lease>({ state: "asking" });
  useEffect(() => {
    let gone = false;
    const leave = () => {
      if (!deciding.has(id)) leaveReview(id);
    };
    const ask = async () => {
      if (document.hidden) return;
      try {
        const { mine, name } = await openReview(id);
        if (gone) return leave(); // answered after they had left
        setLease(mine ? { state: "mine" } : { state: "other", name });
      } catch (error) {
        const settled = error instanceof RequestError && error.code === "conflict";
        // Offline for a moment: whoever has it keeps it, and the desk checks each verdict.
        if (!gone && settled) setLease({ state: "settled", words: messageOf(error, t) });
      }
    };
    const back = () => void ask();
    back();
    const timer = setInterval(back, SIGN_MS);
    document.addEventListener("visibilitychange", back);
    window.addEventListener("pagehide", leave);
    return () => {
      gone = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", back);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [id, t]);
  return lease;
}

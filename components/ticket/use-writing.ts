"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { useHoldReply } from "@/components/presence/queries";
import { noteWriting } from "./queries";
import { tellLast } from "./tell-last";

/** The desk is told at most so often; it forgets a writer a little later. */
const EVERY_MS = 10_000;

/** `paused`: there is something, and nobody types. The reply stays theirs. */
type Doing = "nothing" | "paused" | "writing";

/** Says that somebody writes a reply to a ticket, while they do; the reply is theirs meanwhile. */
export function useWriting(ticketId: string) {
  const { take, giveBack } = useHoldReply(ticketId);
  const doing = useRef<Doing>("nothing");
  const toldAt = useRef(0);
  const tell = useMemo(
    () =>
      tellLast<Doing>("nothing", (now, told) => {
        const pen =
          now === "writing" || told === "writing" || told === null
            ? noteWriting({ ticketId, writing: now === "writing" })
            : undefined;
        if (now === "nothing") return Promise.all([pen, giveBack()]);
        if (now === "paused" && told === "writing") return Promise.all([pen]);
        // Refused or offline: the desk checks again when it is sent.
        return Promise.all([pen, take(false).catch(() => undefined)]);
      }),
    [ticketId, take, giveBack],
  );
  const stopped = useCallback(() => {
    if (doing.current !== "writing") return;
    doing.current = "paused";
    tell("paused");
  }, [tell]);
  /** Nothing is written any more: others may reply. */
  const ended = useCallback(() => {
    if (doing.current === "nothing") return;
    doing.current = "nothing";
    tell("nothing");
  }, [tell]);
  useEffect(() => ended, [ended]); // leaving the ticket ends it, too
  const wrote = useCallback(
    (text: string) => {
      if (text.trim() === "") return ended();
      if (doing.current === "writing" && Date.now() - toldAt.current < EVERY_MS) return;
      doing.current = "writing";
      toldAt.current = Date.now();
      tell("writing");
    },
    [ended, tell],
  );
  return { wrote, stopped, ended };
}

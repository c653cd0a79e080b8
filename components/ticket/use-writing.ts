"use client";

import { useCallback, useEffect, useRef } from "react";
import { noteWriting } from "./queries";

/** The desk is told at most so often; it forgets a writer a little later. */
const EVERY_MS = 10_000;

/** Says that somebody writes on a ticket, while they do. */
export function useWriting(ticketId: string) {
  const toldAt = useRef(0);
  const stopped = useCallback(() => {
    if (toldAt.current === 0) return;
    toldAt.current = 0;
    noteWriting({ ticketId, writing: false });
  }, [ticketId]);
  useEffect(() => stopped, [stopped]); // leaving the ticket ends it, too
  const wrote = useCallback(
    (text: string) => {
      if (text.trim() === "") return stopped();
      if (Date.now() - toldAt.current < EVERY_MS) return;
      toldAt.current = Date.now();
      noteWriting({ ticketId, writing: true });
    },
    [ticketId, stopped],
  );
  return { wrote, stopped };
}

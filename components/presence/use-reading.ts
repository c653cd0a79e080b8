"use client";

import { useEffect } from "react";
import { useReadNoticesOf } from "@/components/notice/queries";
import { useMarkRead } from "./queries";

/** Whoever has looked for so long has read what is new. */
const READ_MS = 1_500;

/** Marks a ticket as read, with what was told of it, once it has been looked at for a moment. */
export function useReading(ticketId: string, newest: string | undefined): void {
  const markRead = useMarkRead();
  const readNotices = useReadNoticesOf(ticketId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is to be read, too
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      markRead(ticketId);
      readNotices();
      document.removeEventListener("visibilitychange", watch);
    };
    const watch = () => {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(read, READ_MS);
    };
    watch();
    document.addEventListener("visibilitychange", watch);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", watch);
    };
  }, [ticketId, newest, markRead, readNotices]);
}

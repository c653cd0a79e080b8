"use client";

import { useEffect, useState } from "react";
import { useViewer } from "@/components/desk/viewer";
import type { TicketView } from "@/lib/inbox/model";
import { messageAnchor } from "./newer-messages";

/**
 * The first message that the reader had not seen when they opened the ticket, and whether it stands
 * above what is shown. Reading marks it read; the line stays until they come back.
 */
export function useUnread(ticket: TicketView) {
  const viewer = useViewer();
  const [opened, open] = useState({ id: ticket.id, readAt: ticket.readAt });
  if (opened.id !== ticket.id) open({ id: ticket.id, readAt: ticket.readAt });
  const { readAt } = opened;
  const unread = ticket.messages.filter(
    (message) => (readAt === null || message.createdAt > readAt) && message.name !== viewer.name,
  );
  const first = unread[0]?.id ?? null;
  return { first, count: unread.length, above: useAbove(first), earlier: readAt !== null };
}

function useAbove(id: string | null): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    const element = id === null ? null : document.getElementById(messageAnchor(id));
    if (!element) return setAbove(false);
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry) return;
      const top = entry.rootBounds?.top ?? 0;
      setAbove(!entry.isIntersecting && entry.boundingClientRect.top < top + 80);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [id]);
  return above;
}

/** Scrolls to a message and gives it the focus. */
export function goToMessage(id: string): void {
  const message = document.getElementById(messageAnchor(id));
  message?.scrollIntoView({ block: "start" });
  message?.focus({ preventScroll: true });
}

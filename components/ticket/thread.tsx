"use client";

import { useEffect, useMemo, useRef } from "react";
import { cn } from "@/components/ui/cn";
import type { TicketView } from "@/lib/inbox/model";
import { EventGroup } from "./event-group";
import { Message } from "./message";
import { threadItems } from "./thread-items";

type Props = { ticket: TicketView; queue: string; full: boolean; className?: string };

/** The conversation with what happened in between. Opens at its newest end. */
export function Thread({ ticket, queue, full, className }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const items = useMemo(
    () => threadItems(ticket.messages, ticket.events, full),
    [ticket.messages, ticket.events, full],
  );
  const newest = ticket.messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the reason to scroll
  useEffect(() => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, [newest]);
  return (
    <div
      ref={box}
      role="log"
      aria-label="Conversation"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("flex flex-col gap-3.5 px-6 py-4 -outline-offset-2 max-sm:px-4", className)}
    >
      {ticket.moreMessages ? (
        <p className="text-faint text-xs">
          Only the newest {ticket.messages.length} messages are shown.
        </p>
      ) : null}
      {items.map((item) =>
        item.kind === "message" ? (
          <Message key={item.key} ticket={ticket} message={item.message} queue={queue} />
        ) : (
          <EventGroup key={item.key} ticketId={ticket.id} events={item.events} full={full} />
        ),
      )}
    </div>
  );
}

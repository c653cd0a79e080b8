"use client";

import { Fragment, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { TicketView } from "@/lib/inbox/model";
import { EventGroup } from "./event-group";
import { Message } from "./message";
import { threadItems } from "./thread-items";
import { type Earlier, useEarlier, useLoadEarlier } from "./use-earlier";
import { goToMessage, useUnread } from "./use-unread";

type Props = { ticket: TicketView; queue: string; full: boolean; className?: string };

/**
 * The conversation with what happened in between. It is anchored at its newest end, and stands there
 * without a scroll: what is put before it, or takes room below, moves nothing of what is read.
 */
export function Thread({ ticket, queue, full, className }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const earlier = useEarlier(ticket);
  const { messages } = earlier;
  const items = useMemo(
    () => threadItems(messages, ticket.events, full),
    [messages, ticket.events, full],
  );
  const { first, count, above, earlier: knew } = useUnread(ticket);
  useNewestInSight(box, ticket.messages.at(-1)?.id);
  return (
    <div
      ref={box}
      role="log"
      aria-label={t("Conversation")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      onClickCapture={holdInPlace}
      className={cn("flex flex-col-reverse -outline-offset-2", className)}
    >
      {/* The margin keeps a short conversation at the top. */}
      <div className="mb-auto flex flex-col gap-3.5 px-6 py-4 max-sm:px-4">
        <div className="sticky top-1 z-10 -mb-3.5 h-0 self-center">
          {first && above ? (
            <Button className="shadow-lift" onClick={() => goToMessage(first)}>
              {t("{{n}} unread · jump to the first", { n: count })}
            </Button>
          ) : null}
        </div>
        {earlier.more ? <ShowEarlier ticketId={ticket.id} earlier={earlier} /> : null}
        {items.map((item) =>
          item.kind === "message" ? (
            <Fragment key={item.key}>
              {knew && item.key === first ? <NewLine /> : null}
              <Message ticket={ticket} message={item.message} queue={queue} />
            </Fragment>
          ) : (
            <EventGroup key={item.key} ticketId={ticket.id} events={item.events} full={full} />
          ),
        )}
      </div>
    </div>
  );
}

/**
 * Anchored at its end, the conversation would grow upwards when a button unfolds something: the
 * button stays where it was pressed.
 */
function holdInPlace({ currentTarget: box, target }: MouseEvent<HTMLElement>): void {
  const button = target instanceof Element ? target.closest("button") : null;
  if (!button) return;
  const { top } = button.getBoundingClientRect();
  // By then the press has done what it does, and nothing of it has been shown.
  requestAnimationFrame(() => {
    if (button.isConnected) box.scrollTop += button.getBoundingClientRect().top - top;
  });
}

/** Whoever reads further up is led to what has come since. */
function useNewestInSight(box: RefObject<HTMLDivElement | null>, newest: string | undefined): void {
  const seen = useRef(newest);
  useEffect(() => {
    if (seen.current === newest) return;
    seen.current = newest;
    box.current?.scrollTo({ top: 0 });
  }, [box, newest]);
}

type EarlierProps = { ticketId: string; earlier: Earlier };

/** Asks for what came before. */
function ShowEarlier({ ticketId, earlier }: EarlierProps) {
  const t = useT();
  const load = useLoadEarlier(ticketId);
  const { messages } = earlier;
  return (
    <div className="flex flex-wrap items-center gap-2 text-faint text-xs">
      <span>{t("Only the newest {{n}} messages are shown.", { n: messages.length })}</span>
      <Button
        busy={load.isPending}
        onClick={() => {
          if (!load.isPending) load.mutate(messages);
        }}
      >
        {t("Show earlier messages")}
      </Button>
      <span role="alert" className="text-held empty:hidden">
        {load.error ? messageOf(load.error, t) : null}
      </span>
    </div>
  );
}

/** What follows was not there when the ticket was last read. */
function NewLine() {
  const t = useT();
  return (
    <p className="flex items-center gap-2 text-accent text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
      {t("New")}
    </p>
  );
}

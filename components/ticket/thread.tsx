"use client";

import { Fragment, type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { TicketView } from "@/lib/inbox/model";
import { EventGroup } from "./event-group";
import { Message } from "./message";
import { threadItems } from "./thread-items";
import { useEarlier } from "./use-earlier";
import { goToMessage, useUnread } from "./use-unread";

type Props = { ticket: TicketView; queue: string; full: boolean; className?: string };

/** The conversation with what happened in between. Opens at its newest end. */
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
      aria-label={t("Conversation")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className={cn("flex flex-col gap-3.5 px-6 py-4 -outline-offset-2 max-sm:px-4", className)}
    >
      <div className="sticky top-1 z-10 -mb-3.5 h-0 self-center">
        {first && above ? (
          <Button className="shadow-lift" onClick={() => goToMessage(first)}>
            {t("{{n}} unread · jump to the first", { n: count })}
          </Button>
        ) : null}
      </div>
      {earlier.more ? <ShowEarlier box={box} shown={messages.length} earlier={earlier} /> : null}
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
  );
}

type EarlierProps = {
  box: RefObject<HTMLDivElement | null>;
  shown: number;
  earlier: ReturnType<typeof useEarlier>;
};

/** Asks for what came before; what is read stays where it is on the screen. */
function ShowEarlier({ box, shown, earlier }: EarlierProps) {
  const t = useT();
  const below = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when there are more messages
  useLayoutEffect(() => {
    const element = box.current;
    if (element && below.current !== null) {
      element.scrollTop = element.scrollHeight - below.current;
    }
    below.current = null;
  }, [shown]);
  const load = () => {
    below.current = box.current ? box.current.scrollHeight - box.current.scrollTop : null;
    earlier.load();
  };
  return (
    <div className="flex flex-wrap items-center gap-2 text-faint text-xs">
      <span>{t("Only the newest {{n}} messages are shown.", { n: shown })}</span>
      <Button busy={earlier.isFetching} onClick={load}>
        {t("Show earlier messages")}
      </Button>
      <span role="alert" className="text-held empty:hidden">
        {earlier.error ? messageOf(earlier.error, t) : null}
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

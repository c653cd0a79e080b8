"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useEffect, useState, useSyncExternalStore } from "react";
import { KeyHint } from "@/components/desk/key-hint";
import { useKey } from "@/components/desk/keys";
import { useCounts } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { ticketQuery } from "@/components/ticket/queries";
import { TicketSkeleton } from "@/components/ticket/ticket-skeleton";
import { EmptyState } from "@/components/ui/empty-state";
import { later } from "@/components/ui/later";
import { goTo, usePlace } from "./place";
import { wordsOf } from "./queue-words";
import { useSwipeBack } from "./swipe-back";

/** A list is shown without it; a page that opens with a ticket comes with it. */
const SCREEN = later(() => import("@/components/ticket/ticket-screen"));
const TicketScreen = dynamic(async () => (await SCREEN.load()).TicketScreen, {
  loading: TicketSkeleton,
});

/** The ticket that the address names; between tickets nothing is asked of the server but data. */
export function TicketPane() {
  const t = useT();
  const { queue, ticketId } = usePlace();
  useTitle(queue, ticketId);
  const back = () => goTo({ ticketId: undefined });
  useKey("escape", back, ticketId !== undefined);
  const swipe = useSwipeBack(back);
  if (!ticketId) {
    return (
      <div className="grid h-full place-items-center">
        <EmptyState title={t("No ticket is open")}>
          {t("Choose one from the list to read it and answer.")}
          <span className="mt-2 flex items-center justify-center gap-1.5 text-faint pointer-coarse:hidden">
            <KeyHint of="j" /> <KeyHint of="k" /> <KeyHint of="enter" />
          </span>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="h-full" {...swipe}>
      {/* A new ticket is a new screen: nothing typed or opened on one may show on the next. */}
      <Opened key={ticketId} id={ticketId} queue={queue} />
    </div>
  );
}

const never = () => () => {};

/** Drawn at once where its code has come, without the frame that a way round would cost. */
function Opened(props: { id: string; queue: string }) {
  // Server and browser take the same way to the first picture, whichever of them has the code.
  const taken = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [came] = useState(() => (taken ? SCREEN.now?.TicketScreen : undefined));
  const Screen = came ?? TicketScreen;
  return <Screen {...props} oneByOne={came !== undefined} />;
}

/** The tab says what is open, though the page stays. */
function useTitle(queue: string, ticketId: string | undefined): void {
  const t = useT();
  const counts = useCounts();
  const { data: ticket } = useQuery({ ...ticketQuery(ticketId ?? ""), enabled: false });
  const title =
    ticketId && ticket ? `#${ticket.number} ${ticket.subject}` : wordsOf(queue, counts, t).title;
  useEffect(() => {
    document.title = `${title} · Deskhand`;
  }, [title]);
}

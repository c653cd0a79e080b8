"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { Notices } from "@/components/lifecycle/notices";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import type { TicketView } from "@/lib/inbox/model";
import { Dock } from "./dock";
import { useTicket } from "./queries";
import { Thread } from "./thread";
import { TicketBar } from "./ticket-bar";
import { TicketPanel } from "./ticket-panel";
import { TicketSkeleton } from "./ticket-skeleton";

/** Merged by somebody else while it was open: its messages are read where they are now. */
function useMergedAway(asked: string, shown: string | undefined, queue: string) {
  const router = useRouter();
  useEffect(() => {
    if (shown && shown !== asked) router.replace(`/queue/${queue}/${asked}`);
  }, [asked, shown, queue, router]);
}

/** One ticket: bar, conversation, draft and composer; customer and facts at the side. */
export function TicketScreen({ id, queue }: { id: string; queue: string }) {
  const { data: ticket, error, isPending, refetch } = useTicket(id);
  useMergedAway(id, ticket?.id, queue);
  const [full, setFull] = useState(false);
  const [panelOpen, setPanelOpen] = useState(false);
  if (isPending) return <TicketSkeleton />;
  if (!ticket) {
    return (
      <ErrorState
        title="This ticket could not be shown"
        message={messageOf(error)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div className="grid h-full min-h-0 grid-cols-[minmax(0,1fr)] xl:grid-cols-[minmax(0,1fr)_296px]">
      <article
        aria-label={`Ticket ${ticket.number}`}
        className="flex min-h-0 min-w-0 flex-col overflow-y-auto roomy:overflow-hidden"
      >
        <TicketBar
          ticket={ticket}
          queue={queue}
          full={full}
          onFull={setFull}
          onPanel={() => setPanelOpen(true)}
        />
        <Notices ticket={ticket} queue={queue} />
        <Heading ticket={ticket} />
        <Thread
          ticket={ticket}
          queue={queue}
          full={full}
          className="flex-1 roomy:min-h-24 roomy:overflow-y-auto"
        />
        <div className="shrink-0 px-6 pb-4 max-sm:px-0 roomy:max-h-[64%] roomy:overflow-y-auto roomy:pt-1">
          <Dock ticket={ticket} />
        </div>
      </article>
      <div className="hidden min-h-0 overflow-y-auto border-l bg-panel xl:block">
        <TicketPanel ticket={ticket} queue={queue} />
      </div>
      <Dialog
        open={panelOpen}
        onOpenChange={setPanelOpen}
        title="Customer and ticket"
        side="right"
        titleHidden
      >
        <TicketPanel ticket={ticket} queue={queue} />
      </Dialog>
    </div>
  );
}

/** What it is about, and what whoever answers must know first. */
function Heading({ ticket }: { ticket: TicketView }) {
  const { subject, summary, escalationReason, attempt, aiStoppedBecause } = ticket;
  return (
    <header className="shrink-0 border-b px-6 pt-4 pb-3 max-sm:px-4">
      <h1 dir="auto" className="font-semibold text-lg tracking-tight wrap-anywhere">
        {subject || "No subject"}
      </h1>
      {summary ? (
        <p className="mt-0.5 line-clamp-6 whitespace-pre-line text-soft">{summary}</p>
      ) : null}
      {escalationReason && escalationReason !== attempt?.decisionReason ? (
        <p className="mt-0.5 text-soft">Handed over because: {escalationReason}</p>
      ) : null}
      {aiStoppedBecause.length > 0 ? (
        <p className="mt-0.5 text-soft">The AI only drafts here: {aiStoppedBecause.join("; ")}.</p>
      ) : null}
    </header>
  );
}

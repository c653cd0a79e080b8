"use client";

import { useRouter } from "next/navigation";
import { type CSSProperties, useEffect, useState } from "react";
import { useKey } from "@/components/desk/keys";
import { LIMITS } from "@/components/desk/pane-limits";
import { usePanes } from "@/components/desk/panes";
import { messageOf } from "@/components/desk/request";
import { Splitter } from "@/components/desk/splitter";
import { useT } from "@/components/i18n/context";
import { Notices } from "@/components/lifecycle/notices";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import type { TicketView } from "@/lib/inbox/model";
import { Dock } from "./dock";
import { useDrawnLast, useDrawnNext, useLastHeight } from "./drawn";
import { useTicket } from "./queries";
import { Thread } from "./thread";
import { TicketBar } from "./ticket-bar";
import { TicketPanel } from "./ticket-panel";
import { TicketSkeleton } from "./ticket-skeleton";

/** From here on the details stand beside the conversation. */
const WIDE = "(min-width: 80rem)";

/** Merged by somebody else while it was open: its messages are read where they are now. */
function useMergedAway(asked: string, shown: string | undefined, queue: string) {
  const router = useRouter();
  useEffect(() => {
    if (shown && shown !== asked) router.replace(`/queue/${queue}/${asked}`);
  }, [asked, shown, queue, router]);
}

type Props = {
  id: string;
  queue: string;
  /** The conversation is drawn first, what is below it next, and then what stands beside it. */
  oneByOne: boolean;
};

/** One ticket: bar, conversation, draft and composer; customer and facts at the side. */
export function TicketScreen({ id, queue, oneByOne }: Props) {
  const t = useT();
  const { data: ticket, error, isPending, refetch } = useTicket(id);
  useMergedAway(id, ticket?.id, queue);
  const [panelOpen, setPanelOpen] = useState(false);
  const { details, detailsWidth, set } = usePanes();
  const showDetails = () => {
    if (window.matchMedia(WIDE).matches) set({ details: !details });
    else setPanelOpen(true);
  };
  useKey("]", showDetails);
  if (isPending) return <TicketSkeleton />;
  if (!ticket) {
    return (
      <ErrorState
        title={t("This ticket could not be shown")}
        message={messageOf(error, t)}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <div
      // React's type of a style knows no variables of its own.
      style={{ "--details": `${detailsWidth}px` } as CSSProperties}
      className={cn(
        "grid h-full min-h-0 grid-cols-[minmax(0,1fr)]",
        details && "xl:grid-cols-[minmax(0,1fr)_var(--details)]",
      )}
    >
      <Conversation ticket={ticket} queue={queue} after={oneByOne} onPanel={showDetails} />
      {details ? <Details ticket={ticket} queue={queue} after={oneByOne} /> : null}
      <Dialog
        open={panelOpen}
        onOpenChange={setPanelOpen}
        title={t("Customer and ticket")}
        side="right"
        titleHidden
      >
        <TicketPanel ticket={ticket} queue={queue} />
      </Dialog>
    </div>
  );
}

type PartProps = { ticket: TicketView; queue: string; after: boolean };

function Conversation({ ticket, queue, after, onPanel }: PartProps & { onPanel: () => void }) {
  const t = useT();
  const [full, setFull] = useState(false);
  return (
    <article
      aria-label={t("Ticket {{number}}", { number: ticket.number })}
      className="flex min-h-0 min-w-0 flex-col overflow-y-auto roomy:overflow-hidden"
    >
      <TicketBar ticket={ticket} queue={queue} full={full} onFull={setFull} onPanel={onPanel} />
      <Notices ticket={ticket} queue={queue} />
      <Heading ticket={ticket} />
      <Thread
        ticket={ticket}
        queue={queue}
        full={full}
        className="flex-1 roomy:min-h-24 roomy:overflow-y-auto"
      />
      <Foot ticket={ticket} after={after} />
    </article>
  );
}

/** Draft and composer. As high as on the ticket before until they are drawn. */
function Foot({ ticket, after }: Pick<PartProps, "ticket" | "after">) {
  const drawn = useDrawnNext(after);
  const { box, height } = useLastHeight();
  return (
    <div
      ref={box}
      style={drawn ? undefined : { minHeight: height }}
      className="shrink-0 px-6 pb-4 max-sm:px-0 roomy:max-h-[64%] roomy:overflow-y-auto roomy:pt-1"
    >
      {drawn ? <Dock ticket={ticket} /> : null}
    </div>
  );
}

/** Beside the conversation, where there is room. */
function Details({ ticket, queue, after }: PartProps) {
  const drawn = useDrawnLast(after);
  const t = useT();
  const { detailsWidth, set } = usePanes();
  return (
    <div className="relative hidden min-h-0 xl:block">
      <Splitter
        label={t("Width of the details")}
        value={detailsWidth}
        limits={LIMITS.details}
        grows="left"
        onChange={(next) => set({ detailsWidth: next })}
        className="-left-1"
      />
      <div className="h-full overflow-y-auto border-l bg-panel">
        {drawn ? <TicketPanel ticket={ticket} queue={queue} /> : null}
      </div>
    </div>
  );
}

/** What it is about, and what whoever answers must know first. */
function Heading({ ticket }: { ticket: TicketView }) {
  const t = useT();
  const { subject, summary, escalationReason, attempt, aiStoppedBecause } = ticket;
  return (
    <header className="shrink-0 border-b px-6 pt-4 pb-3 max-sm:px-4">
      <h1 dir="auto" className="font-semibold text-lg tracking-tight wrap-anywhere">
        {subject || t("No subject")}
      </h1>
      {summary ? (
        <p className="mt-0.5 line-clamp-6 whitespace-pre-line text-soft">
          {summary.split("\n").map(t.stored).join("\n")}
        </p>
      ) : null}
      {escalationReason && escalationReason !== attempt?.decisionReason ? (
        <p className="mt-0.5 text-soft">
          {t("Handed over because: {{reason}}", { reason: t.stored(escalationReason) })}
        </p>
      ) : null}
      {aiStoppedBecause.length > 0 ? (
        <p className="mt-0.5 text-soft">
          {t("The AI only drafts here: {{reasons}}.", {
            reasons: aiStoppedBecause.map(t.stored).join("; "),
          })}
        </p>
      ) : null}
    </header>
  );
}

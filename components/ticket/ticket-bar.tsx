"use client";

import { ChevronLeft, ListTree, PanelRight } from "lucide-react";
import { KeyHint } from "@/components/desk/key-hint";
import { type Key, useAriaKey, useKey } from "@/components/desk/keys";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { MoreMenu } from "@/components/lifecycle/more-menu";
import { goTo, hrefOf, usePlace } from "@/components/queue/place";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { WhyHere } from "@/components/views/why-here";
import type { TicketView } from "@/lib/inbox/model";
import { isSettled, mayMove } from "@/lib/ticket/model";
import { useAssign, useSetStatus } from "./queries";
import { QuickPicks } from "./quick-picks";
import { CHANNEL_WORDS } from "./ticket-words";

type Props = {
  ticket: TicketView;
  queue: string;
  full: boolean;
  onFull: (full: boolean) => void;
  onPanel: () => void;
};

/** What ticket this is, and what is done to it most often. */
export function TicketBar({ ticket, queue, full, onFull, onPanel }: Props) {
  const t = useT();
  const place = usePlace();
  const quick = useQuickActions(ticket);
  return (
    <div className="sticky top-0 z-10 flex min-h-11.5 shrink-0 items-center gap-1.5 border-b bg-bg px-3.5 max-sm:px-1.5">
      <Button asChild kind="quiet" size="icon" className="sm:hidden">
        <a
          href={hrefOf({ ...place, ticketId: undefined })}
          aria-label={t("Back to the list")}
          onClick={(event) => {
            event.preventDefault();
            goTo({ ticketId: undefined });
          }}
        >
          <ChevronLeft size={18} aria-hidden />
        </a>
      </Button>
      {/* What does not fit wraps out of sight: the number stays whole. */}
      <p className="flex h-[1lh] min-w-0 flex-1 flex-wrap gap-x-1 overflow-hidden text-faint">
        <span className="max-w-full truncate">
          #{ticket.number} · {t(CHANNEL_WORDS[ticket.channel])}
        </span>
        <span className="whitespace-nowrap">
          · <Time at={ticket.createdAt} prefix={t("opened")} />
        </span>
      </p>
      {ticket.demo ? (
        <Chip title={t("Demo data: nothing of it ever leaves the desk")} className="max-sm:hidden">
          {t("Demo")}
        </Chip>
      ) : null}
      {quick.map((action) => (
        <Quick key={action.name} {...action} />
      ))}
      <QuickPicks ticket={ticket} />
      <span className="max-lg:hidden">
        <WhyHere {...place} ticketId={ticket.id} />
      </span>
      <Button
        kind="quiet"
        size="icon"
        aria-label={t("Full timeline")}
        title={t("Full timeline: every decision and why")}
        aria-pressed={full}
        className="aria-pressed:bg-sel aria-pressed:text-accent"
        onClick={() => onFull(!full)}
      >
        <ListTree size={16} aria-hidden />
      </Button>
      <MoreMenu ticket={ticket} queue={queue} quick={quick} />
      <Button kind="quiet" size="icon" aria-label={t("Customer and ticket")} onClick={onPanel}>
        <PanelRight size={16} aria-hidden />
      </Button>
    </div>
  );
}

/** What is done most often, as far as it makes sense now. */
function useQuickActions(ticket: TicketView) {
  const t = useT();
  const viewer = useViewer();
  const assign = useAssign(ticket.id);
  const status = useSetStatus(ticket.id);
  const { id: ticketId, version: expectedVersion } = ticket;
  const me = { id: viewer.id, name: viewer.name };
  const take: QuickAction = {
    name: t("Assign to me"),
    of: "i",
    busy: assign.isPending,
    run: () =>
      assign.mutate({ ticketId, personId: me.id, expectedVersion, names: { assignee: me } }),
  };
  const reopen: QuickAction = {
    name: t("Reopen"),
    of: "shift+e",
    busy: status.isPending,
    run: () => status.mutate({ ticketId, status: "open", expectedVersion }),
  };
  const resolve: QuickAction = {
    name: t("Resolve"),
    of: "e",
    busy: status.isPending,
    run: () => status.mutate({ ticketId, status: "resolved", expectedVersion }),
  };
  return [
    ...(ticket.assignee?.id === viewer.id ? [] : [take]),
    ...(mayMove(ticket.status, "resolved", "person") ? [resolve] : []),
    ...(isSettled(ticket.status) && mayMove(ticket.status, "open", "person") ? [reopen] : []),
  ];
}

type QuickAction = { name: string; of: Key; busy: boolean; run: () => void };

/** Where there is room for it; its key works everywhere. */
function Quick({ name, of, busy, run }: QuickAction) {
  useKey(of, run, !busy);
  return (
    <Button
      kind="quiet"
      busy={busy}
      className="max-sm:hidden"
      aria-keyshortcuts={useAriaKey(of)}
      onClick={run}
    >
      {name} <KeyHint of={of} />
    </Button>
  );
}

"use client";

import { ChevronLeft, ListTree, PanelRight } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useViewer } from "@/components/desk/viewer";
import { MoreMenu } from "@/components/lifecycle/more-menu";
import { Time } from "@/components/time/time";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { TicketView } from "@/lib/inbox/model";
import { mayMove } from "@/lib/ticket/model";
import { useAssign, useSetStatus } from "./queries";
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
  const search = useSearchParams().toString();
  const quick = useQuickActions(ticket);
  return (
    <div className="sticky top-0 z-10 flex min-h-11.5 shrink-0 items-center gap-1.5 border-b bg-bg px-3.5 max-sm:px-1.5">
      <Button asChild kind="quiet" size="icon" className="sm:hidden">
        <Link href={`/queue/${queue}${search && `?${search}`}`} aria-label="Back to the list">
          <ChevronLeft size={18} aria-hidden />
        </Link>
      </Button>
      <p className="min-w-0 flex-1 truncate text-faint">
        #{ticket.number} · {CHANNEL_WORDS[ticket.channel]} ·{" "}
        <Time at={ticket.createdAt} prefix="opened" />
      </p>
      {ticket.demo ? (
        <Chip title="Demo data: nothing of it ever leaves the desk" className="max-sm:hidden">
          Demo
        </Chip>
      ) : null}
      {quick.map(({ name, busy, run }) => (
        <Button key={name} kind="quiet" busy={busy} className="max-sm:hidden" onClick={run}>
          {name}
        </Button>
      ))}
      <Button
        kind="quiet"
        size="icon"
        aria-label="Full timeline"
        title="Full timeline: every decision and why"
        aria-pressed={full}
        className="aria-pressed:bg-sel aria-pressed:text-accent"
        onClick={() => onFull(!full)}
      >
        <ListTree size={16} aria-hidden />
      </Button>
      <MoreMenu ticket={ticket} queue={queue} quick={quick} />
      <Button
        kind="quiet"
        size="icon"
        aria-label="Customer and ticket"
        className="xl:hidden"
        onClick={onPanel}
      >
        <PanelRight size={16} aria-hidden />
      </Button>
    </div>
  );
}

/** What is done most often, as far as it makes sense now. */
function useQuickActions(ticket: TicketView) {
  const viewer = useViewer();
  const assign = useAssign(ticket.id);
  const status = useSetStatus(ticket.id);
  const { id: ticketId, version: expectedVersion } = ticket;
  const me = { id: viewer.id, name: viewer.name };
  const take = {
    name: "Assign to me",
    busy: assign.isPending,
    run: () =>
      assign.mutate({ ticketId, personId: me.id, expectedVersion, names: { assignee: me } }),
  };
  const resolve = {
    name: "Resolve",
    busy: status.isPending,
    run: () => status.mutate({ ticketId, status: "resolved", expectedVersion }),
  };
  return [
    ...(ticket.assignee?.id === viewer.id ? [] : [take]),
    ...(mayMove(ticket.status, "resolved", "person") ? [resolve] : []),
  ];
}

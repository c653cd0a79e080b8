"use client";

import { ChevronLeft, ListTree, PanelRight } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useViewer } from "@/components/desk/viewer";
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
      <QuickActions ticket={ticket} />
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

function QuickActions({ ticket }: { ticket: TicketView }) {
  const viewer = useViewer();
  const assign = useAssign(ticket.id);
  const status = useSetStatus(ticket.id);
  const me = { id: viewer.id, name: viewer.name };
  return (
    <>
      {ticket.assignee?.id === viewer.id ? null : (
        <Button
          kind="quiet"
          busy={assign.isPending}
          className="max-sm:hidden"
          onClick={() =>
            assign.mutate({ ticketId: ticket.id, personId: me.id, names: { assignee: me } })
          }
        >
          Assign to me
        </Button>
      )}
      {mayMove(ticket.status, "resolved", "person") ? (
        <Button
          kind="quiet"
          busy={status.isPending}
          className="max-sm:hidden"
          onClick={() =>
            status.mutate({
              ticketId: ticket.id,
              status: "resolved",
              expectedVersion: ticket.version,
            })
          }
        >
          Resolve
        </Button>
      ) : null}
    </>
  );
}

"use client";

import { useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { messageOf } from "@/components/desk/request";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import { Button } from "@/components/ui/button";
import type { TicketView } from "@/lib/inbox/model";
import { useUnmerge, useWake } from "./queries";

/** What stands between the bar and the conversation: merges, a snooze, how one came here. */
export function Notices({ ticket, queue }: { ticket: TicketView; queue: string }) {
  const was = useSearchParams().get("was");
  const known = ticket.merges.some(({ source }) => String(source.number) === was);
  return (
    <>
      {was && /^\d{1,10}$/.test(was) ? (
        <Notice>
          You asked for #{was}. It was merged
          {known ? " into this ticket" : "; its messages are here"}.
        </Notice>
      ) : null}
      {ticket.merges.map((merge) => (
        <Merged key={merge.id} merge={merge} queue={queue} />
      ))}
      {ticket.snoozedUntil ? <Snoozed ticket={ticket} until={ticket.snoozedUntil} /> : null}
    </>
  );
}

function Notice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 border-note-line border-b bg-note px-6 py-1.5 max-sm:px-4">
      <p className="min-w-0 flex-1 wrap-anywhere">{children}</p>
      {action}
    </div>
  );
}

function Merged({ merge, queue }: { merge: TicketView["merges"][number]; queue: string }) {
  const router = useRouter();
  const unmerge = useUnmerge();
  const undo = () =>
    unmerge.mutate(
      { mergeId: merge.id },
      {
        onSuccess() {
          toast.success(`#${merge.source.number} is its own again`);
          router.push(`/queue/${queue}/${merge.source.id}`);
        },
        onError: (error) => toast.error(messageOf(error)),
      },
    );
  return (
    <Notice
      action={
        <Button kind="quiet" busy={unmerge.isPending} className="text-ink" onClick={undo}>
          Undo merge
        </Button>
      }
    >
      Merged from #{merge.source.number}
      {merge.source.subject ? ` “${merge.source.subject}”` : ""} by {merge.by},{" "}
      <Time at={merge.at} />
    </Notice>
  );
}

function Snoozed({ ticket, until }: { ticket: TicketView; until: string }) {
  const wake = useWake(ticket.id);
  return (
    <Notice
      action={
        <Button
          kind="quiet"
          busy={wake.isPending}
          className="text-ink"
          onClick={() => wake.mutate({ ticketId: ticket.id, expectedVersion: ticket.version })}
        >
          Wake
        </Button>
      }
    >
      Snoozed until <When at={until} />, or until the customer writes
    </Notice>
  );
}

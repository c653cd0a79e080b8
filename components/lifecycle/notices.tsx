"use client";

import { useRouter, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { TicketView } from "@/lib/inbox/model";
import { useUnmerge, useWake } from "./queries";

/** What stands between the bar and the conversation: merges, a snooze, how one came here. */
export function Notices({ ticket, queue }: { ticket: TicketView; queue: string }) {
  const t = useT();
  const was = useSearchParams().get("was");
  const known = ticket.merges.some(({ source }) => String(source.number) === was);
  return (
    <>
      {was && /^\d{1,10}$/.test(was) ? (
        <Notice>
          {known
            ? t("You asked for #{{was}}. It was merged into this ticket.", { was })
            : t("You asked for #{{was}}. It was merged; its messages are here.", { was })}
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
  const t = useT();
  const router = useRouter();
  const unmerge = useUnmerge();
  // The desk's news may take this line away before the answer comes, and with it callbacks of `mutate`.
  const undo = () =>
    unmerge.mutateAsync({ mergeId: merge.id }).then(
      () => {
        toast.success(t("#{{number}} is its own again", { number: merge.source.number }));
        router.push(`/queue/${queue}/${merge.source.id}`);
      },
      (error: unknown) => toast.error(messageOf(error, t)),
    );
  return (
    <Notice
      action={
        <Button kind="quiet" busy={unmerge.isPending} className="text-ink" onClick={undo}>
          {t("Undo merge")}
        </Button>
      }
    >
      {rich(t, "Merged from {{ticket}} by {{by}}, {{time}}", {
        ticket: [`#${merge.source.number}`, merge.source.subject && `“${merge.source.subject}”`]
          .filter(Boolean)
          .join(" "),
        by: merge.by,
        time: <Time at={merge.at} />,
      })}
    </Notice>
  );
}

function Snoozed({ ticket, until }: { ticket: TicketView; until: string }) {
  const t = useT();
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
          {t("Wake")}
        </Button>
      }
    >
      {rich(t, "Snoozed until {{time}}, or until the customer writes", {
        time: <When at={until} />,
      })}
    </Notice>
  );
}

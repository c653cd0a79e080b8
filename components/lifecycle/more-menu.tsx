"use client";

import { Ellipsis } from "lucide-react";
import { KeyHint } from "@/components/desk/key-hint";
import { type Key, useKey } from "@/components/desk/keys";
import { useT } from "@/components/i18n/context";
import { useMarkUnread } from "@/components/presence/queries";
import { RecordSheet } from "@/components/record/record-sheet";
import { RelabelDialog } from "@/components/ticket/relabel-dialog";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import type { TicketView } from "@/lib/inbox/model";
import { DuplicateDialog } from "./duplicate-dialog";
import { MergeDialog } from "./merge-dialog";
import { useWake } from "./queries";
import { SnoozeDialog } from "./snooze-dialog";
import { useAsked } from "./use-asked";

type Window = "relabel" | "merge" | "snooze" | "duplicate" | "record";

/** Where there is no room for buttons, what they do. */
type QuickAction = { name: string; run: () => void };

type Props = { ticket: TicketView; queue: string; quick: readonly QuickAction[] };

/** What is done to a ticket less often, each thing with its window. */
export function MoreMenu({ ticket, queue, quick }: Props) {
  const t = useT();
  const { trigger, window, open, ask, onOpenChange } = useAsked<Window>();
  const ended = ticket.status === "resolved" || ticket.status === "closed";
  useKey("l", () => ask("relabel"));
  useKey("h", () => ask("snooze"), !ended);
  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <Button ref={trigger} kind="quiet" size="icon" aria-label={t("More")} title={t("More")}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <div className="sm:hidden">
            {quick.map(({ name, run }) => (
              <DropdownMenuItem key={name} onSelect={run}>
                {name}
              </DropdownMenuItem>
            ))}
            {quick.length > 0 ? <DropdownMenuSeparator /> : null}
          </div>
          {ticket.snoozedUntil ? <Wake ticket={ticket} /> : null}
          <Item name={t("Relabel…")} of="l" onSelect={() => ask("relabel")} />
          <Item name={t("Snooze…")} of="h" disabled={ended} onSelect={() => ask("snooze")} />
          <MarkUnread ticket={ticket} />
          <Item name={t("Merge into…")} onSelect={() => ask("merge")} />
          <Item name={t("Mark as duplicate of…")} onSelect={() => ask("duplicate")} />
          <DropdownMenuSeparator />
          <Item name={t("What did it know?")} onSelect={() => ask("record")} />
        </DropdownMenuContent>
      </DropdownMenu>
      {window === null ? null : <Asked {...{ window, ticket, queue, open, onOpenChange }} />}
    </>
  );
}

type AskedProps = Pick<Props, "ticket" | "queue"> & {
  window: Window;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** The window that was asked for last: what the others would need is not there. */
function Asked({ window, ticket, queue, open, onOpenChange }: AskedProps) {
  const props = { ticket, open, onOpenChange };
  if (window === "relabel") return <RelabelDialog {...props} />;
  if (window === "merge") return <MergeDialog {...props} queue={queue} />;
  if (window === "snooze") return <SnoozeDialog {...props} />;
  if (window === "duplicate") return <DuplicateDialog {...props} />;
  const { id: ticketId, number } = ticket;
  return <RecordSheet {...{ ticketId, number, open, onOpenChange }} />;
}

type ItemProps = { name: string; of?: Key; disabled?: boolean; onSelect: () => void };

function Item({ name, of, disabled = false, onSelect }: ItemProps) {
  return (
    <DropdownMenuItem disabled={disabled} onSelect={onSelect} className="justify-between">
      {name} {of ? <KeyHint of={of} /> : null}
    </DropdownMenuItem>
  );
}

function Wake({ ticket: { id: ticketId, version: expectedVersion } }: Pick<Props, "ticket">) {
  const t = useT();
  const wake = useWake(ticketId);
  return <Item name={t("Wake")} onSelect={() => wake.mutate({ ticketId, expectedVersion })} />;
}

function MarkUnread({ ticket }: Pick<Props, "ticket">) {
  const t = useT();
  const unread = useMarkUnread(ticket.id);
  return <Item name={t("Mark as unread")} onSelect={() => unread.mutate()} />;
}

"use client";

import { Ellipsis } from "lucide-react";
import { useRef, useState } from "react";
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

type Window = "relabel" | "merge" | "snooze" | "duplicate" | "record" | null;

/** Where there is no room for buttons, what they do. */
type QuickAction = { name: string; run: () => void };

type Props = { ticket: TicketView; queue: string; quick: readonly QuickAction[] };

/** What is done to a ticket less often, each thing with its window. */
export function MoreMenu({ ticket, queue, quick }: Props) {
  const t = useT();
  const trigger = useRef<HTMLButtonElement>(null);
  const [window, setWindow] = useState<Window>(null);
  const wake = useWake(ticket.id);
  const unread = useMarkUnread(ticket.id);
  const ended = ticket.status === "resolved" || ticket.status === "closed";
  const props = (of: Window) => ({
    open: window === of,
    onOpenChange(open: boolean) {
      setWindow(open ? of : null);
      if (!open) setTimeout(() => trigger.current?.focus()); // after the menu that opened it is gone
    },
  });
  useKey("l", () => setWindow("relabel"));
  useKey("h", () => setWindow("snooze"), !ended);
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
          {ticket.snoozedUntil ? (
            <DropdownMenuItem
              onSelect={() => wake.mutate({ ticketId: ticket.id, expectedVersion: ticket.version })}
            >
              {t("Wake")}
            </DropdownMenuItem>
          ) : null}
          <Item name={t("Relabel…")} of="l" onSelect={() => setWindow("relabel")} />
          <Item name={t("Snooze…")} of="h" disabled={ended} onSelect={() => setWindow("snooze")} />
          <Item name={t("Mark as unread")} onSelect={() => unread.mutate()} />
          <Item name={t("Merge into…")} onSelect={() => setWindow("merge")} />
          <Item name={t("Mark as duplicate of…")} onSelect={() => setWindow("duplicate")} />
          <DropdownMenuSeparator />
          <Item name={t("What did it know?")} onSelect={() => setWindow("record")} />
        </DropdownMenuContent>
      </DropdownMenu>
      <RelabelDialog ticket={ticket} {...props("relabel")} />
      <MergeDialog ticket={ticket} queue={queue} {...props("merge")} />
      <SnoozeDialog ticket={ticket} {...props("snooze")} />
      <DuplicateDialog ticket={ticket} {...props("duplicate")} />
      <RecordSheet ticketId={ticket.id} number={ticket.number} {...props("record")} />
    </>
  );
}

type ItemProps = { name: string; of?: Key; disabled?: boolean; onSelect: () => void };

function Item({ name, of, disabled = false, onSelect }: ItemProps) {
  return (
    <DropdownMenuItem disabled={disabled} onSelect={onSelect} className="justify-between">
      {name} {of ? <KeyHint of={of} /> : null}
    </DropdownMenuItem>
  );
}

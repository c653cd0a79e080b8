"use client";

import { useState } from "react";
import { useKey } from "@/components/desk/keys";
import { ReplyLease } from "@/components/presence/reply-lease";
import { TicketPresence } from "@/components/presence/ticket-presence";
import type { TicketView } from "@/lib/inbox/model";
import { isOpen } from "./attempt-words";
import { Composer, type Mode } from "./composer";
import { DraftPanel } from "./draft-panel";
import { useKeptText } from "./kept-text";
import { useSavedWriting } from "./saved-writing";

/**
 * The foot of a ticket: the desk's draft while one is open, else a place to write. A reply that
 * somebody has begun, or has taken back, comes first.
 */
export function Dock({ ticket }: { ticket: TicketView }) {
  return <TicketDock key={ticket.id} ticket={ticket} />;
}

function TicketDock({ ticket }: { ticket: TicketView }) {
  const { attempt } = ticket;
  const open = attempt !== null && isOpen(attempt);
  const saved = {
    reply: useSavedWriting(ticket.id, "reply"),
    note: useSavedWriting(ticket.id, "note"),
  };
  const [begun] = useKeptText(`reply.${ticket.id}`);
  const [chosen, setChosen] = useState<Mode | "draft" | null>(null);
  const [focus, setFocus] = useState(0);
  const write = (next: Mode) => {
    setChosen(next);
    setFocus((count) => count + 1);
  };
  const leave = (next: "draft" | null) => {
    setChosen(next);
    setFocus(0);
  };
  const mode = chosen === null && begun ? "reply" : chosen === "draft" ? null : chosen;
  const composing = !open || mode !== null;
  useKey("r", () => write("reply"), composing);
  useKey("n", () => write("note"), composing);
  return (
    <div className="flex flex-col gap-3">
      <TicketPresence ticketId={ticket.id} newest={ticket.messages.at(-1)?.id} />
      <ReplyLease ticketId={ticket.id} />
      {attempt && !(open && mode !== null) ? (
        <DraftPanel
          key={attempt.id}
          ticket={ticket}
          attempt={attempt}
          onReply={() => write("reply")}
          onNote={() => write("note")}
        />
      ) : null}
      {composing ? (
        <Composer
          ticket={ticket}
          saved={saved}
          mode={mode ?? "reply"}
          onMode={setChosen}
          focus={focus}
          onClose={open ? () => leave("draft") : undefined}
          onDone={() => leave(null)}
        />
      ) : null}
    </div>
  );
}

"use client";

import { useState } from "react";
import { useKey } from "@/components/desk/keys";
import type { TicketView } from "@/lib/inbox/model";
import { isOpen } from "./attempt-words";
import { Composer, type Mode } from "./composer";
import { DraftPanel } from "./draft-panel";

/** The foot of a ticket: the desk's draft while one is open, else a place to write. */
export function Dock({ ticket }: { ticket: TicketView }) {
  const { attempt } = ticket;
  const open = attempt !== null && isOpen(attempt);
  const [mode, setMode] = useState<Mode | null>(null);
  const [focus, setFocus] = useState(0);
  const write = (next: Mode) => {
    setMode(next);
    setFocus((count) => count + 1);
  };
  const close = () => {
    setMode(null);
    setFocus(0);
  };
  const composing = !open || mode !== null;
  useKey("r", () => write("reply"), composing);
  useKey("n", () => write("note"), composing);
  return (
    <div className="flex flex-col gap-3">
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
          mode={mode ?? "reply"}
          onMode={setMode}
          focus={focus}
          onClose={open ? close : undefined}
        />
      ) : null}
    </div>
  );
}

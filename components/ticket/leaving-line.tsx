"use client";

import { useEffect, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import type { MessageView, TicketView } from "@/lib/inbox/model";
import { useReplyUndo } from "./undo-reply";

const TICK_MS = 500;

/** Under a reply that still waits: how long, and the way back. */
export function LeavingLine({ ticket, message }: { ticket: TicketView; message: MessageView }) {
  const t = useT();
  const undo = useReplyUndo(ticket.id);
  const seconds = useSecondsTo(message.leavesAt);
  if (seconds === 0) return null;
  // A person's own words come back to where replies are written.
  const place = message.author === "agent" ? `reply.${ticket.id}` : null;
  return (
    <p className="mt-1 flex items-center gap-x-1 font-medium text-rev text-xs">
      <span aria-hidden className="size-[7px] shrink-0 rotate-45 rounded-[1px] bg-current" />
      <span className="ml-0.5">{t("Leaves in {{n}} s", { n: seconds })}</span>
      <Button
        kind="quiet"
        className="min-h-6 px-1.5 py-0"
        busy={undo.busy}
        onClick={() => void undo.takeBack(message.id, place).catch(() => undefined)}
      >
        {t("Undo")}
      </Button>
    </p>
  );
}

/** Whole seconds until then; 0 when it is past. */
function useSecondsTo(at: string | null): number {
  const left = () => (at ? Math.max(0, Math.ceil((Date.parse(at) - Date.now()) / 1000)) : 0);
  const [seconds, setSeconds] = useState(0); // the server's clock is not this one's
  // biome-ignore lint/correctness/useExhaustiveDependencies: `left` depends on `at` alone
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => {
      const now = left();
      setSeconds(now);
      if (now === 0) clearInterval(timer);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [at]);
  return seconds;
}

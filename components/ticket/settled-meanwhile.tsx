"use client";

import { Button } from "@/components/ui/button";
import type { TicketView } from "@/lib/inbox/model";
import type { AttemptView } from "@/lib/review/model";
import { useKeptText } from "./kept-text";

type Props = { ticket: TicketView; attempt: AttemptView; onReply: () => void };

/** Shown to whoever was editing a draft that somebody else settled: the text is not lost. */
export function SettledMeanwhile({ ticket, attempt, onReply }: Props) {
  const [text, keep] = useKeptText(`draft.${attempt.id}`);
  const [reply, keepReply] = useKeptText(`reply.${ticket.id}`);
  if (text === "") return null;
  const moveOver = () => {
    keepReply(reply ? `${reply}\n\n${text}` : text);
    keep("");
    onReply();
  };
  return (
    <div role="alert" className="rounded-b-[9px] border-t bg-note px-3 py-2.5">
      <p>
        {attempt.reviewer ?? "Somebody"} was faster: this draft is {attempt.reviewState} already.
        What you wrote is kept.
      </p>
      <p dir="auto" className="mt-1.5 max-h-24 overflow-y-auto whitespace-pre-wrap text-soft">
        {text}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button onClick={moveOver}>Use it as a reply</Button>
        <Button kind="quiet" onClick={() => keep("")}>
          Throw it away
        </Button>
      </div>
    </div>
  );
}

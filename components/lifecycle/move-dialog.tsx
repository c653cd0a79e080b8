"use client";

import { useState } from "react";
import { toast } from "sonner";
import { messageOf } from "@/components/desk/request";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { MessageView, TicketLink, TicketView } from "@/lib/inbox/model";
import { useMoveMessage } from "./queries";
import { TicketPicker } from "./ticket-picker";

type Props = {
  ticket: TicketView;
  message: MessageView;
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Puts one message into the ticket where it belongs. */
export function MoveDialog({ ticket, message, open, onOpenChange }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Move this message to…"
      description={`It leaves #${ticket.number}; both timelines say so.`}
    >
      <MoveForm ticket={ticket} message={message} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

type FormProps = Pick<Props, "ticket" | "message"> & { onClose: () => void };

function MoveForm({ ticket, message, onClose }: FormProps) {
  const [target, setTarget] = useState<TicketLink | null>(null);
  const move = useMoveMessage();
  const confirm = () => {
    if (!target || move.isPending) return;
    const onSuccess = () => {
      toast.success(`Moved to #${target.number}`);
      onClose();
    };
    move.mutate({ messageId: message.id, toTicketId: target.id }, { onSuccess });
  };
  return (
    <div className="flex flex-col gap-3">
      <blockquote dir="auto" className="line-clamp-3 border-l-2 pl-2 text-soft wrap-anywhere">
        {message.text}
      </blockquote>
      <TicketPicker ticket={ticket} legend="Move to" chosen={target} onChoose={setTarget} />
      {move.isError ? (
        <p role="alert" className="text-held">
          {messageOf(move.error)} Nothing was moved.
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="primary" busy={move.isPending} disabled={!target} onClick={confirm}>
          {target ? `Move to #${target.number}` : "Move"}
        </Button>
      </div>
    </div>
  );
}

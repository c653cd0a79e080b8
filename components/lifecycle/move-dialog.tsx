"use client";

import { useState } from "react";
import { andThen } from "@/components/desk/and-then";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
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
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Move this message to…")}
      description={t("It leaves #{{number}}; both timelines say so.", { number: ticket.number })}
    >
      <MoveForm ticket={ticket} message={message} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

type FormProps = Pick<Props, "ticket" | "message"> & { onClose: () => void };

function MoveForm({ ticket, message, onClose }: FormProps) {
  const t = useT();
  const [target, setTarget] = useState<TicketLink | null>(null);
  const move = useMoveMessage();
  const confirm = () => {
    if (!target || move.isPending) return;
    andThen(move.mutateAsync({ messageId: message.id, toTicketId: target.id }), () => {
      toast.success(t("Moved to #{{number}}", { number: target.number }));
      onClose();
    });
  };
  return (
    <div className="flex flex-col gap-3">
      <blockquote dir="auto" className="line-clamp-3 border-l-2 pl-2 text-soft wrap-anywhere">
        {message.text}
      </blockquote>
      <TicketPicker ticket={ticket} legend={t("Move to")} chosen={target} onChoose={setTarget} />
      {move.isError ? (
        <p role="alert" className="text-held">
          {messageOf(move.error, t)} {t("Nothing was moved.")}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button kind="primary" busy={move.isPending} disabled={!target} onClick={confirm}>
          {target ? t("Move to #{{number}}", { number: target.number }) : t("Move")}
        </Button>
      </div>
    </div>
  );
}

"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TicketLink, TicketView } from "@/lib/inbox/model";
import { useMarkDuplicate } from "./queries";
import { TicketPicker } from "./ticket-picker";

type Props = { ticket: TicketView; open: boolean; onOpenChange: (open: boolean) => void };

/** Closes a ticket that says what another one says already, and links the two. */
export function DuplicateDialog({ ticket, open, onOpenChange }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("#{{number}} is a duplicate of…", { number: ticket.number })}
      description={t(
        "This ticket closes and is linked. Its messages stay here; to bring them together, merge.",
      )}
    >
      <DuplicateForm ticket={ticket} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function DuplicateForm({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const t = useT();
  const [original, setOriginal] = useState<TicketLink | null>(null);
  const mark = useMarkDuplicate(ticket.id);
  const confirm = () => {
    if (!original || mark.isPending) return;
    const { id: ticketId, version: expectedVersion } = ticket;
    mark.mutate({ ticketId, duplicateOf: original.id, expectedVersion }, { onSuccess: onClose });
  };
  return (
    <div className="flex flex-col gap-3">
      <TicketPicker
        ticket={ticket}
        legend={t("The original")}
        chosen={original}
        onChoose={setOriginal}
      />
      {mark.isError ? (
        <p role="alert" className="text-held">
          {messageOf(mark.error, t)}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("Cancel")}</Button>
        <Button kind="primary" busy={mark.isPending} disabled={!original} onClick={confirm}>
          {t("Mark as duplicate")}
        </Button>
      </div>
    </div>
  );
}

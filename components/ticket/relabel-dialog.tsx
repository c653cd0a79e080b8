"use client";

import type { ReactNode } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { TicketView } from "@/lib/inbox/model";
import { CategorySelect, IntentSelect } from "./label-selects";

type Props = { ticket: TicketView; open: boolean; onOpenChange: (open: boolean) => void };

/** Says what a ticket is about, from the keyboard and where the side panel is hidden. */
export function RelabelDialog({ ticket, open, onOpenChange }: Props) {
  const t = useT();
  const { category, intent } = ticket.labels;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Relabel #{{number}}", { number: ticket.number })}
      description={t("Your choice stays, and requests like this one are labelled by it.")}
    >
      <div className="flex flex-col gap-3">
        <Row name={t("Category")} because={category.because}>
          <CategorySelect ticket={ticket} />
        </Row>
        <Row name={t("Intent")} because={intent.because}>
          <IntentSelect ticket={ticket} />
        </Row>
        <Button className="self-end" onClick={() => onOpenChange(false)}>
          {t("Done")}
        </Button>
      </div>
    </Dialog>
  );
}

type RowProps = { name: string; because: readonly string[]; children: ReactNode };

function Row({ name, because, children }: RowProps) {
  return (
    <div className="flex flex-col items-start gap-0.5">
      <span aria-hidden className="text-soft">
        {name}
      </span>
      {children}
      <span className="text-faint text-xs">{because[0]}</span>
    </div>
  );
}

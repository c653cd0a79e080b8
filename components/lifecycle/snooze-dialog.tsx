"use client";

import { type FormEvent, useState } from "react";
import { andThen } from "@/components/desk/and-then";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { when } from "@/components/time/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import type { TicketView } from "@/lib/inbox/model";
import { useSnooze } from "./queries";
import { dayAndTime, snoozePresets, toField } from "./snooze-times";

type Props = { ticket: TicketView; open: boolean; onOpenChange: (open: boolean) => void };

/** Puts a ticket aside until a time, in the reader's own time zone. */
export function SnoozeDialog({ ticket, open, onOpenChange }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Snooze #{{number}}", { number: ticket.number })}
      description={t(
        "It leaves the queues, and comes back at its time or when the customer writes.",
      )}
    >
      <SnoozeForm ticket={ticket} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function SnoozeForm({ ticket, onClose }: { ticket: TicketView; onClose: () => void }) {
  const t = useT();
  const [now] = useState(() => new Date());
  const presets = snoozePresets(now, t);
  const snooze = useSnooze(ticket.id);
  const until = (at: Date) => {
    if (snooze.isPending) return;
    const { id: ticketId, version: expectedVersion } = ticket;
    const change = snooze.mutateAsync({ ticketId, until: at.toISOString(), expectedVersion });
    andThen(change, () => {
      toast.success(t("Snoozed until {{time}}", { time: when(at, new Date(), undefined, t) }));
      onClose();
    });
  };
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col">
        {presets.map(({ name, at }) => (
          <li key={name}>
            <Button
              kind="quiet"
              className="-mx-2.5 w-[calc(100%+1.25rem)] justify-between text-ink"
              onClick={() => until(at)}
            >
              {name} <span className="text-soft">{dayAndTime(at, t)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <OwnTime now={now} first={presets[0]?.at ?? now} busy={snooze.isPending} onChoose={until} />
      {snooze.isError ? (
        <p role="alert" className="text-held">
          {messageOf(snooze.error, t)}
        </p>
      ) : null}
    </div>
  );
}

type OwnProps = { now: Date; first: Date; busy: boolean; onChoose: (at: Date) => void };

/** Any other day and time. */
function OwnTime({ now, first, busy, onChoose }: OwnProps) {
  const t = useT();
  const [own, setOwn] = useState(() => toField(first));
  const past = !(new Date(own) > now);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!past) onChoose(new Date(own));
  };
  const error = past ? t("Choose a time that is still to come.") : undefined;
  return (
    <form onSubmit={submit} className="flex flex-col items-start gap-2 border-t pt-3">
      <Field label={t("Date and time")} error={error}>
        {(wiring) => (
          <Input
            {...wiring}
            type="datetime-local"
            value={own}
            min={toField(now)}
            onChange={(event) => setOwn(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={past} busy={busy}>
        {t("Snooze until then")}
      </Button>
    </form>
  );
}

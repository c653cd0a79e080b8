"use client";

import { useId, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { STATUS_WORDS, type TicketLink, type TicketView } from "@/lib/inbox/model";
import { useFound } from "./queries";

type Props = {
  /** The ticket that is asked about; it can't be chosen. */
  ticket: TicketView;
  legend: string;
  chosen: TicketLink | null;
  onChoose: (ticket: TicketLink | null) => void;
};

/** Another ticket: by its number, or one of the same account. */
export function TicketPicker({ ticket, legend, chosen, onChoose }: Props) {
  const t = useT();
  const [ref, setRef] = useState("");
  const found = useFound(ref);
  const typed = ref.trim() !== "";
  const self = found.data?.id === ticket.id;
  const shown = typed ? (found.data && !self ? [found.data] : []) : ticket.customer.earlier;
  const error = !typed
    ? undefined
    : self
      ? t("That is this ticket.")
      : found.isError
        ? messageOf(found.error, t)
        : undefined;
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("Number")} hint={t("Like 1042, or choose one below.")} error={error}>
        {(wiring) => (
          <Input
            {...wiring}
            inputMode="numeric"
            autoComplete="off"
            placeholder="#"
            value={ref}
            onChange={(event) => {
              setRef(event.target.value);
              onChoose(null);
            }}
          />
        )}
      </Field>
      {shown.length > 0 ? (
        <Choices legend={legend} tickets={shown} chosen={chosen} onChoose={onChoose} />
      ) : null}
      {shown.length === 0 && !typed ? (
        <p className="text-faint">
          {t("{{account}} has no other ticket.", { account: ticket.customer.account.name })}
        </p>
      ) : null}
    </div>
  );
}

type ChoicesProps = Omit<Props, "ticket"> & { tickets: readonly TicketLink[] };

function Choices({ legend, tickets, chosen, onChoose }: ChoicesProps) {
  const t = useT();
  const name = useId();
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-medium text-soft">{legend}</legend>
      {tickets.map((one) => (
        <label
          key={one.id}
          className="-mx-1 flex min-h-8 items-center gap-2 rounded-md px-1 hover:bg-sel pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={name}
            checked={chosen?.id === one.id}
            onChange={() => onChoose(one)}
            className="size-4 shrink-0 accent-accent"
          />
          <span className="shrink-0 text-faint">#{one.number}</span>
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {one.subject || t("No subject")}
          </span>
          <span className="shrink-0 text-faint">{t(STATUS_WORDS[one.status])}</span>
        </label>
      ))}
    </fieldset>
  );
}

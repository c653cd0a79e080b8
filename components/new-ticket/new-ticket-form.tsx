"use client";

import type { FormEvent } from "react";
import { messageOf, RequestError } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Switch } from "@/components/ui/switch";
import { Textarea } from "@/components/ui/textarea";
import { type Caller, CustomerField, NOBODY } from "./customer-field";
import { type Given, GivenFields, NOTHING_GIVEN } from "./given-fields";
import { useOpenTicket } from "./queries";

/** What stands in the form. It outlives the window: a call must not be told twice. */
export type NewTicket = {
  caller: Caller;
  subject: string;
  said: string;
  answered: string;
  given: Given;
  automatic: boolean;
};

const EMPTY: NewTicket = {
  caller: NOBODY,
  subject: "",
  said: "",
  answered: "",
  given: NOTHING_GIVEN,
  automatic: false,
};

type Props = {
  /** Null: nothing was typed yet. */
  form: NewTicket | null;
  onForm: (form: NewTicket) => void;
  onOpened: (ticketId: string) => void;
  onCancel: () => void;
};

/** What a customer has said to a person, as a ticket. What was typed stays when it is refused. */
export function NewTicketForm({ form: begun, onForm, onOpened, onCancel }: Props) {
  const form = begun ?? EMPTY;
  const t = useT();
  const open = useOpenTicket();
  const change = (part: Partial<NewTicket>) => onForm({ ...form, ...part });
  const fields = open.error instanceof RequestError ? open.error.fields : {};
  const faultOf = (name: string) => {
    const fault = Object.entries(fields).find(
      ([field]) => field === name || field.startsWith(`${name}.`),
    )?.[1][0];
    return fault && t.stored(fault);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (open.isPending) return;
    open.mutate(
      {
        customer: customerOf(form.caller),
        subject: form.subject,
        said: form.said,
        ...(form.answered.trim() && { answered: form.answered }),
        ...givenOf(form.given),
        automatic: form.automatic,
      },
      { onSuccess: ({ ticketId }) => onOpened(ticketId) },
    );
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 p-4">
      <CustomerField
        caller={form.caller}
        onCaller={(caller) => change({ caller })}
        fault={faultOf("customer")}
      />
      <Told form={form} change={change} faultOf={faultOf} />
      <GivenFields given={form.given} onGiven={(given) => change({ given })} />
      <div className="flex items-center gap-2">
        <Switch
          id="new-ticket-ai"
          checked={form.automatic}
          onCheckedChange={(automatic) => change({ automatic })}
        />
        <Label htmlFor="new-ticket-ai">{t("Let the AI answer it by itself")}</Label>
      </div>
      {open.isError ? (
        <p role="alert" className="text-held">
          {messageOf(open.error, t)} {t("Nothing was stored; what you typed is kept.")}
        </p>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>{t("Cancel")}</Button>
        <Button type="submit" kind="primary" busy={open.isPending}>
          {t("Open ticket")}
        </Button>
      </div>
    </form>
  );
}

type ToldProps = {
  form: NewTicket;
  change: (part: Partial<NewTicket>) => void;
  faultOf: (field: string) => string | undefined;
};

/** What was asked, and what was answered. */
function Told({ form, change, faultOf }: ToldProps) {
  const t = useT();
  return (
    <>
      <Field label={t("Subject")} error={faultOf("subject")}>
        {(wiring) => (
          <Input
            {...wiring}
            dir="auto"
            required
            value={form.subject}
            onChange={(event) => change({ subject: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("What the customer said")} error={faultOf("said")}>
        {(wiring) => (
          <Textarea
            {...wiring}
            required
            value={form.said}
            onChange={(event) => change({ said: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={t("What was answered (optional)")}
        hint={t("Kept as a note; it is not sent to anybody.")}
      >
        {(wiring) => (
          <Textarea
            {...wiring}
            value={form.answered}
            onChange={(event) => change({ answered: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

function customerOf(caller: Caller) {
  if (caller.known) return { id: caller.known.id };
  const { name, email, telephone } = caller;
  return {
    name,
    ...(email.trim() && { email }),
    ...(telephone.trim() && { telephone }),
  };
}

const givenOf = ({ by, teamId, personId, priority }: Given) => ({
  by,
  ...(teamId && { teamId }),
  ...(personId && { personId }),
  ...(priority && { priority }),
});

"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import type { CustomerPage, Tier } from "@/lib/customer/model";
import { AccountInputs, PersonInputs } from "./edit-fields";
import { useEditCustomer } from "./queries";

type Props = { customer: CustomerPage; onClose: () => void };

/** Corrects what the desk knows of a customer and their account. */
export function EditCustomerDialog({ customer, onClose }: Props) {
  const t = useT();
  const edit = useEditCustomer(customer.id);
  const [tier, setTier] = useState<Tier>(customer.account.tier);
  const { fields, rest } = faultsOf(edit.error, t);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? "").trim();
    const day = text("trialUntil");
    const kept = customer.account.trialUntil;
    edit.mutate(
      {
        customerId: customer.id,
        name: text("name"),
        emails: listed(text("emails")),
        telephones: listed(text("telephones")),
        account: {
          name: text("account"),
          tier,
          seats: Number(text("seats") || Number.NaN),
          // The hour of a day that nobody has touched stays.
          trialUntil: day === (kept?.slice(0, 10) ?? "") ? kept : endOf(day),
        },
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t("Change {{name}}", { name: customer.name })}
      wide
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={edit.isPending}
    >
      <PersonInputs customer={customer} faults={fields} />
      <AccountInputs account={customer.account} tier={tier} onTier={setTier} faults={fields} />
    </FormDialog>
  );
}

/** One on each line, or by comma. */
const listed = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** A trial ends with its last day, in UTC. */
const endOf = (day: string): string | null => (day === "" ? null : `${day}T23:59:59.000Z`);

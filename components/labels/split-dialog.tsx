"use client";

import { type FormEvent, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Choices } from "@/components/settings/choices";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Skeleton } from "@/components/ui/skeleton";
import type { LabelRow } from "@/lib/admin/model";
import type { LabelKind } from "@/lib/desk/model";
import { NAME_WORDS } from "./label-words";
import { useLabelTickets, useSplitLabel } from "./queries";

type Props = { space: LabelKind; label: LabelRow; onClose: () => void };

/** Makes a new label of some of another's tickets: they are its first examples. */
export function SplitDialog({ space, label, onClose }: Props) {
  const t = useT();
  const { data, error, isPending } = useLabelTickets(space, label.slug);
  const split = useSplitLabel();
  const [chosen, setChosen] = useState<string[]>([]);
  const { fields, rest } = faultsOf(split.error, t);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    const tickets = data?.tickets.filter(({ id }) => chosen.includes(id)) ?? [];
    split.mutate({ space, name, tickets }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("Split {{name}}", { name: label.name })}
      description={t(
        "Choose tickets that belong to the new one. Each is set by hand in your name, and learned from.",
      )}
      wide
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      disabled={chosen.length === 0}
      busy={split.isPending}
      words={t("Split off {{n}}", { n: chosen.length })}
    >
      <Field label={t(NAME_WORDS[space])} error={fields.name}>
        {(wiring) => <Input {...wiring} name="name" autoComplete="off" />}
      </Field>
      {isPending ? <Skeleton className="h-40" /> : null}
      {error ? <p role="alert">{messageOf(error, t)}</p> : null}
      {data ? (
        <Choices
          legend={t("The latest tickets of {{name}}", { name: label.name })}
          hint={t("Three or more make a good start.")}
          options={data.tickets.map(({ id, number, subject }) => ({
            value: id,
            label: `#${number} ${subject}`,
          }))}
          chosen={chosen}
          onChange={setChosen}
        />
      ) : null}
    </FormDialog>
  );
}

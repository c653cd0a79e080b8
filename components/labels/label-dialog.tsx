"use client";

import type { FormEvent } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { LabelRow } from "@/lib/admin/model";
import type { LabelKind } from "@/lib/desk/model";
import { NEW_WORDS } from "./label-words";
import { useAddLabel, useRenameLabel } from "./queries";

type Props = {
  space: LabelKind;
  /** Null: a new one. */
  label: LabelRow | null;
  onClose: () => void;
};

export function LabelDialog({ space, label, onClose }: Props) {
  const t = useT();
  const add = useAddLabel();
  const rename = useRenameLabel();
  const { fields, rest } = faultsOf(add.error ?? rename.error, t);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    const words = { space, name: text("name"), description: text("description") };
    const done = { onSuccess: onClose };
    if (label) rename.mutate({ ...words, slug: label.slug }, done);
    else add.mutate(words, done);
  }
  return (
    <FormDialog
      title={label ? t("Rename {{name}}", { name: label.name }) : t(NEW_WORDS[space])}
      description={
        label
          ? t("Rules and tickets keep it.")
          : t("It is learned from the tickets that people give it.")
      }
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={add.isPending || rename.isPending}
    >
      <Field label={t("Name")} error={fields.name}>
        {(wiring) => (
          <Input {...wiring} name="name" autoComplete="off" defaultValue={label?.name} />
        )}
      </Field>
      <Field label={t("What belongs to it")} error={fields.description}>
        {(wiring) => (
          <Textarea {...wiring} name="description" rows={3} defaultValue={label?.description} />
        )}
      </Field>
    </FormDialog>
  );
}

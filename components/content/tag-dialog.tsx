"use client";

import type { FormEvent } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { TagRow } from "@/lib/admin/model";
import { useRenameTag, useSaveTag } from "./queries";

type Props = {
  /** Null: a new one. */
  tag: TagRow | null;
  onClose: () => void;
};

export function TagDialog({ tag, onClose }: Props) {
  const t = useT();
  const save = useSaveTag();
  const rename = useRenameTag();
  const { fields, rest } = faultsOf(rename.error ?? save.error, t);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? "").trim();
    const name = text("name");
    try {
      if (tag && name !== tag.name) await rename.mutateAsync({ name: tag.name, to: name });
      await save.mutateAsync({ name, description: text("description") });
      onClose();
    } catch {
      // The form says what was refused.
    }
  }
  return (
    <FormDialog
      title={tag ? t("Change {{name}}", { name: tag.name }) : t("New tag")}
      {...(tag && { description: t("A new name is given to all its tickets.") })}
      onClose={onClose}
      onSubmit={(event) => void submit(event)}
      rest={rest}
      busy={save.isPending || rename.isPending}
    >
      <Field label={t("Name")} error={fields.name ?? fields.to}>
        {(wiring) => <Input {...wiring} name="name" autoComplete="off" defaultValue={tag?.name} />}
      </Field>
      <Field label={t("What it means")} error={fields.description}>
        {(wiring) => (
          <Input
            {...wiring}
            name="description"
            autoComplete="off"
            defaultValue={tag?.description}
          />
        )}
      </Field>
    </FormDialog>
  );
}

"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { TeamRow } from "@/lib/admin/model";
import { useSaveTeam } from "./queries";

type Props = {
  /** Null: a new one. */
  team: TeamRow | null;
  onClose: () => void;
};

export function TeamDialog({ team, onClose }: Props) {
  const t = useT();
  const save = useSaveTeam();
  const [name, setName] = useState(team?.name ?? "");
  const { fields, rest } = faultsOf(save.error, t);
  function submit(event: FormEvent) {
    event.preventDefault();
    save.mutate({ ...(team && { teamId: team.id }), name }, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={team ? t("Rename {{name}}", { name: team.name }) : t("New team")}
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={save.isPending}
    >
      <Field
        label={t("Name")}
        hint={team ? t("Rules that name the team follow.") : undefined}
        error={fields.name}
      >
        {(wiring) => (
          <Input {...wiring} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}

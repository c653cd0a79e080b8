"use client";

import { type FormEvent, useState } from "react";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { Choices } from "@/components/settings/choices";
import { faultsOf } from "@/components/settings/faults";
import { FormEnd } from "@/components/settings/form-dialog";
import { ShownOnce } from "@/components/settings/shown-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { TeamRow } from "@/lib/admin/model";
import { INVITE_DAYS, type Role } from "@/lib/person/model";
import { useInvite } from "./queries";
import { RoleField } from "./role-field";

type Props = { open: boolean; onOpenChange: (open: boolean) => void; teams: readonly TeamRow[] };

/** Makes a link by which somebody joins the desk. */
export function InviteDialog({ open, onOpenChange, teams }: Props) {
  const t = useT();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("Invite somebody")}
      description={t("You get a link to send to them. It works once, for {{days}} days.", {
        days: INVITE_DAYS,
      })}
    >
      <InviteForm teams={teams} onClose={() => onOpenChange(false)} />
    </Dialog>
  );
}

function InviteForm({ teams, onClose }: { teams: readonly TeamRow[]; onClose: () => void }) {
  const t = useT();
  const viewer = useViewer();
  const invite = useInvite();
  const [role, setRole] = useState<Role>("agent");
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const { fields, rest } = faultsOf(invite.error, t);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    invite.mutate({ name: text("name"), email: text("email"), role, teamIds });
  }

  if (invite.data) {
    return (
      <div className="flex flex-col gap-3">
        <ShownOnce
          label={t("Link for the invitation")}
          value={`${window.location.origin}/join#${invite.data.token}`}
          hint={t("It is shown now and never again. Whoever has it can join.")}
        />
        <Button kind="primary" className="self-end" onClick={onClose}>
          {t("Done")}
        </Button>
      </div>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3" aria-label={t("Invitation")}>
      <Field label={t("Name")} error={fields.name}>
        {(wiring) => <Input {...wiring} name="name" autoComplete="off" />}
      </Field>
      <Field label={t("E-mail")} error={fields.email}>
        {(wiring) => <Input {...wiring} name="email" type="email" autoComplete="off" />}
      </Field>
      <RoleField value={role} onChange={setRole} mayMakeAdmin={viewer.role === "admin"} />
      <Choices
        legend={t("Teams")}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={teamIds}
        onChange={setTeamIds}
      />
      <FormEnd rest={rest} busy={invite.isPending} words={t("Make the link")} onCancel={onClose} />
    </form>
  );
}

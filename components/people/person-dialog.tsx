"use client";

import { type FormEvent, useState } from "react";
import { useViewer } from "@/components/desk/viewer";
import { useT } from "@/components/i18n/context";
import { Choices } from "@/components/settings/choices";
import { faultsOf } from "@/components/settings/faults";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { PersonRow, TeamRow } from "@/lib/admin/model";
import { AREAS, type Area, type Role } from "@/lib/person/model";
import { AwayForm } from "./away-form";
import { AREA_WORDS } from "./people-words";
import { PersonAccess } from "./person-access";
import { useChangePerson } from "./queries";
import { RoleField } from "./role-field";

type Props = {
  person: PersonRow;
  people: readonly PersonRow[];
  teams: readonly TeamRow[];
  onClose: () => void;
};

/** Role, areas, teams, capacity, absence and access of one person. */
export function PersonDialog({ person, people, teams, onClose }: Props) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={person.name}
      description={person.email}
      side="wide"
    >
      <div className="flex flex-col gap-6 p-4">
        <WorkForm person={person} teams={teams} onSaved={onClose} />
        {person.disabledAt ? null : <AwayForm person={person} people={people} />}
        <PersonAccess person={person} />
      </div>
    </Dialog>
  );
}

type WorkProps = { person: PersonRow; teams: readonly TeamRow[]; onSaved: () => void };

function WorkForm({ person, teams, onSaved }: WorkProps) {
  const t = useT();
  const admin = useViewer().role === "admin";
  const change = useChangePerson();
  const [role, setRole] = useState<Role>(person.role);
  const [areas, setAreas] = useState<Area[]>(person.areas);
  const [teamIds, setTeamIds] = useState(person.teamIds);
  const [capacity, setCapacity] = useState(person.capacity?.toString() ?? "");
  const { fields, rest } = faultsOf(change.error, t);

  function submit(event: FormEvent) {
    event.preventDefault();
    change.mutate(
      {
        personId: person.id,
        teamIds,
        capacity: capacity.trim() === "" ? null : Number(capacity),
        // Only admins say who may do what; the rest would be refused as a whole.
        ...(admin ? { role, areas } : {}),
      },
      { onSuccess: onSaved },
    );
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-4"
      aria-label={t("Role and teams")}
    >
      <RoleField value={role} onChange={setRole} mayMakeAdmin={admin} disabled={!admin} />
      {role === "admin" ? null : <AreasField value={areas} onChange={setAreas} disabled={!admin} />}
      <Choices
        legend={t("Teams")}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={teamIds}
        onChange={setTeamIds}
      />
      <CapacityField value={capacity} error={fields.capacity} onChange={setCapacity} />
      <p role="alert" className="text-held empty:hidden">
        {rest}
      </p>
      <Button type="submit" kind="primary" className="self-start" busy={change.isPending}>
        {t("Save")}
      </Button>
    </form>
  );
}

type AreasProps = { value: Area[]; onChange: (areas: Area[]) => void; disabled: boolean };

function AreasField({ value, onChange, disabled }: AreasProps) {
  const t = useT();
  return (
    <Choices
      legend={t("May also change")}
      hint={t("Areas of the settings, beyond the role.")}
      options={AREAS.map((area) => ({
        value: area,
        label: t(AREA_WORDS[area].label),
        says: t(AREA_WORDS[area].says),
      }))}
      chosen={value}
      onChange={onChange}
      disabled={disabled}
    />
  );
}

type CapacityProps = {
  value: string;
  error: string | undefined;
  onChange: (capacity: string) => void;
};

/** How many tickets at once, as typed. */
function CapacityField({ value, error, onChange }: CapacityProps) {
  const t = useT();
  return (
    <Field
      label={t("Capacity")}
      hint={t("Tickets at once that rules may give; empty: any number.")}
      error={error}
    >
      {(wiring) => (
        <Input
          {...wiring}
          className="max-w-32"
          inputMode="numeric"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

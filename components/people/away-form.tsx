"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { faultsOf } from "@/components/settings/faults";
import { When } from "@/components/time/when";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { useSetAway } from "./queries";

/** Stands for the team: Radix has no empty value. */
const TEAM = "-";

type Props = {
  person: { id: string; name: string; awayUntil: string | null };
  people: readonly { id: string; name: string; disabledAt?: string | null }[];
};

/** Until when somebody is away, and who takes over. */
export function AwayForm({ person, people }: Props) {
  const t = useT();
  const set = useSetAway();
  const [until, setUntil] = useState("");
  const [cover, setCover] = useState(TEAM);
  const { fields, rest } = faultsOf(set.error, t);
  const others = people.filter(({ id, disabledAt }) => id !== person.id && !disabledAt);

  function submit(event: FormEvent) {
    event.preventDefault();
    const at = new Date(until);
    set.mutate({
      personId: person.id,
      // A field without a whole date and time is sent as it is, and refused by name.
      until: Number.isNaN(at.getTime()) ? until : at.toISOString(),
      coverId: cover === TEAM ? null : cover,
    });
  }

  if (person.awayUntil) {
    return (
      <Absent
        until={person.awayUntil}
        busy={set.isPending}
        onBack={() => set.mutate({ personId: person.id, until: null })}
      />
    );
  }
  return (
    <form
      onSubmit={submit}
      noValidate
      aria-label={t("Absence")}
      className="flex flex-col gap-3 border-t pt-4"
    >
      <h3 className="font-medium">{t("Away")}</h3>
      <div className="flex flex-wrap gap-4">
        <Field label={t("Back on")} error={fields.until}>
          {(wiring) => (
            <Input
              {...wiring}
              type="datetime-local"
              value={until}
              onChange={(event) => setUntil(event.target.value)}
            />
          )}
        </Field>
        <CoverField value={cover} others={others} error={fields.coverId} onChange={setCover} />
      </div>
      <p role="alert" className="text-held empty:hidden">
        {rest}
      </p>
      <Button type="submit" className="self-start" disabled={until === ""} busy={set.isPending}>
        {t("Set away")}
      </Button>
    </form>
  );
}

/** Until when they are away, and the way back before that. */
function Absent({ until, busy, onBack }: { until: string; busy: boolean; onBack: () => void }) {
  const t = useT();
  return (
    <section aria-label={t("Absence")} className="flex flex-wrap items-center gap-3 border-t pt-4">
      <p>
        {rich(t, "Away until {{time}}. Rules give nothing meanwhile.", {
          time: <When at={until} />,
        })}
      </p>
      <Button busy={busy} onClick={onBack}>
        {t("Back now")}
      </Button>
    </section>
  );
}

type CoverProps = {
  /** A person, or `TEAM`. */
  value: string;
  others: Props["people"];
  error: string | undefined;
  onChange: (cover: string) => void;
};

/** Who takes over what is open. */
function CoverField({ value, others, error, onChange }: CoverProps) {
  const t = useT();
  return (
    <Field label={t("Open tickets go to")} error={error}>
      {() => (
        <Select
          label={t("Open tickets go to")}
          value={value}
          onValueChange={onChange}
          options={[
            { value: TEAM, label: t("their team") },
            ...others.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </Field>
  );
}

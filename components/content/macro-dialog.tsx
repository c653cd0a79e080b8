"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { PRIORITY_WORDS } from "@/components/queue/row-words";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { MacroRow } from "@/lib/admin/model";
import { MACRO_PLACEHOLDERS, type MacroActions, unknownPlaceholders } from "@/lib/desk/model";
import { STATUS_WORDS } from "@/lib/inbox/model";
import { PRIORITIES, Priority, TICKET_STATUSES, TicketStatus } from "@/lib/ticket/model";
import { useSaveMacro } from "./queries";

/** Stands for "as it is": Radix has no empty value. */
const SAME = "-";

type Props = {
  /** Null: a new one. */
  macro: MacroRow | null;
  teams: readonly { id: string; name: string }[];
  onClose: () => void;
};

export function MacroDialog({ macro, teams, onClose }: Props) {
  const t = useT();
  const save = useSaveMacro();
  const [name, setName] = useState(macro?.name ?? "");
  const [body, setBody] = useState(macro?.body ?? "");
  const [tags, setTags] = useState(macro?.actions.addTags.join(", ") ?? "");
  const [actions, setActions] = useState<Partial<MacroActions>>(macro?.actions ?? {});
  const [teamId, setTeamId] = useState(macro?.team?.id ?? SAME);
  const { fields, rest } = faultsOf(save.error, t);

  function submit(event: FormEvent) {
    event.preventDefault();
    const addTags = tags.split(",").flatMap((tag) => (tag.trim() ? [tag.trim()] : []));
    save.mutate(
      {
        ...(macro && { macroId: macro.id }),
        name,
        body,
        actions: { ...actions, addTags, assignToMe: actions.assignToMe ?? false },
        teamId: teamId === SAME ? null : teamId,
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={macro ? t("Change {{name}}", { name: macro.name }) : t("New macro")}
      wide
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={save.isPending}
    >
      <Field label={t("Name")} error={fields.name}>
        {(wiring) => (
          <Input {...wiring} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <WordsField value={body} error={fields.body} onChange={setBody} />
      <MacroDoes actions={actions} teams={teams} onChange={setActions} />
      <TagsField value={tags} error={fields["actions.addTags"]} onChange={setTags} />
      <OfferedTo value={teamId} teams={teams} onChange={setTeamId} />
    </FormDialog>
  );
}

type TagsProps = { value: string; error: string | undefined; onChange: (tags: string) => void };

function TagsField({ value, error, onChange }: TagsProps) {
  const t = useT();
  return (
    <Field label={t("Adds tags")} hint={t("With commas between.")} error={error}>
      {(wiring) => (
        <Input {...wiring} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

type WordsProps = {
  value: string;
  error: string | undefined;
  onChange: (body: string) => void;
};

/** Its words, with a complaint about placeholders that nobody can fill in. */
function WordsField({ value, error, onChange }: WordsProps) {
  const t = useT();
  const unknown = unknownPlaceholders(value);
  const unknownWords =
    unknown.length > 0
      ? t("Nobody can fill in {{names}}.", { names: `{${unknown.join("}, {")}}` })
      : undefined;
  return (
    <Field
      label={t("Words")}
      hint={t("Filled in when it is used: {{names}}", {
        names: MACRO_PLACEHOLDERS.map((one) => `{${one}}`).join(", "),
      })}
      error={unknownWords ?? error}
    >
      {(wiring) => (
        <Textarea
          {...wiring}
          rows={6}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type OfferedProps = {
  /** A team, or `SAME`. */
  value: string;
  teams: Props["teams"];
  onChange: (teamId: string) => void;
};

/** Who finds it beside the reply: everybody or one team. */
function OfferedTo({ value, teams, onChange }: OfferedProps) {
  const t = useT();
  return (
    <Field label={t("Offered to")}>
      {() => (
        <Select
          label={t("Offered to")}
          value={value}
          onValueChange={onChange}
          options={[
            { value: SAME, label: t("everybody") },
            ...teams.map((team) => ({
              value: team.id,
              label: t("only {{name}}", { name: team.name }),
            })),
          ]}
        />
      )}
    </Field>
  );
}

type DoesProps = {
  actions: Partial<MacroActions>;
  teams: Props["teams"];
  onChange: (actions: Partial<MacroActions>) => void;
};

/** What it does beside its words. */
function MacroDoes({ actions, teams, onChange }: DoesProps) {
  const t = useT();
  const same = { value: SAME, label: t("as it is") };
  const { status, priority, teamId, assignToMe = false } = actions;
  return (
    <fieldset className="flex flex-wrap items-end gap-4">
      <legend className="mb-1 font-medium">{t("It also sets")}</legend>
      <Select
        label={t("Status")}
        value={status ?? SAME}
        onValueChange={(to) => onChange({ ...actions, status: TicketStatus.safeParse(to).data })}
        options={[
          { ...same, label: t("status as it is") },
          ...TICKET_STATUSES.map((value) => ({ value, label: t(STATUS_WORDS[value]) })),
        ]}
      />
      <Select
        label={t("Priority")}
        value={priority ?? SAME}
        onValueChange={(to) => onChange({ ...actions, priority: Priority.safeParse(to).data })}
        options={[
          { ...same, label: t("priority as it is") },
          ...PRIORITIES.map((value) => ({ value, label: t(PRIORITY_WORDS[value]) })),
        ]}
      />
      <Select
        label={t("Team")}
        value={teamId ?? SAME}
        onValueChange={(to) => onChange({ ...actions, teamId: to === SAME ? undefined : to })}
        options={[
          { ...same, label: t("team as it is") },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <label className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="size-4 accent-(--accent)"
          checked={assignToMe}
          onChange={(event) => onChange({ ...actions, assignToMe: event.target.checked })}
        />
        {t("assigns to whoever uses it")}
      </label>
    </fieldset>
  );
}

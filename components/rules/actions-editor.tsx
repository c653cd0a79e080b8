"use client";

import { useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RuleTargets } from "@/lib/backtest/model";
import type { Actions } from "@/lib/rule/model";
import type { Priority } from "@/lib/ticket/model";
import { priorityOptions } from "./fields";

type Props = { actions: Actions; targets: RuleTargets; onChange: (actions: Actions) => void };

/** No choice at all; a list needs a word for it. */
const NONE = "-";

/** What a rule does with a ticket that matches. */
export function ActionsEditor({ actions, targets, onChange }: Props) {
  const t = useT();
  const put = (change: Partial<Actions>) => onChange({ ...actions, ...change });
  const lower = useId();
  const teams = targets.teams.map((name) => ({ value: name, label: name }));
  const gone = actions.team && !targets.teams.includes(actions.team);
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Labelled label={t("Team")}>
        <Select
          label={t("Team")}
          value={actions.team ?? NONE}
          options={[
            { value: NONE, label: t("Leave it") },
            ...teams,
            ...(gone
              ? [{ value: actions.team ?? "", label: t("{{team}} (gone)", { team: actions.team }) }]
              : []),
          ]}
          onValueChange={(team) => put({ team: team === NONE ? undefined : team })}
        />
      </Labelled>
      <AssigneeField actions={actions} targets={targets} onChange={onChange} />
      <Labelled label={t("Priority")}>
        <Select
          label={t("Priority")}
          value={actions.priority ?? NONE}
          options={[{ value: NONE, label: t("As scored") }, ...priorityOptions(t)]}
          // The options are the priorities themselves.
          onValueChange={(word) =>
            put({ priority: word === NONE ? undefined : (word as Priority) })
          }
        />
        <label htmlFor={lower} className="mt-1 inline-flex min-h-6 items-center gap-1.5 text-soft">
          <input
            id={lower}
            type="checkbox"
            className="accent-accent"
            checked={actions.priorityEvenIfLower}
            onChange={({ target }) => put({ priorityEvenIfLower: target.checked })}
          />
          {t("Set it even if lower than scored")}
        </label>
      </Labelled>
      <PolicyField actions={actions} targets={targets} onChange={onChange} />
      <AiField actions={actions} targets={targets} onChange={onChange} />
      <TagsField tags={actions.tags} known={targets.tags} onTags={(tags) => put({ tags })} />
    </div>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <span aria-hidden className="font-medium text-soft">
        {label}
      </span>
      {children}
    </div>
  );
}

function AssigneeField({ actions, targets, onChange }: Props) {
  const t = useT();
  const { assignee } = actions;
  const value = assignee?.mode === "person" ? assignee.personId : (assignee?.mode ?? NONE);
  const choose = (word: string) => {
    if (word === NONE) return onChange({ ...actions, assignee: undefined });
    if (word === "round_robin" || word === "least_busy") {
      return onChange({ ...actions, assignee: { mode: word } });
    }
    onChange({ ...actions, assignee: { mode: "person", personId: word } });
  };
  return (
    <Labelled label={t("Assignee")}>
      <Select
        label={t("Assignee")}
        value={value}
        options={[
          { value: NONE, label: t("Nobody") },
          { value: "round_robin", label: t("Each of the team in turn") },
          { value: "least_busy", label: t("Whoever of the team has the fewest") },
          ...targets.people
            .filter(({ id, here }) => here || id === value)
            .map(({ id, name, here }) => ({
              value: id,
              label: here ? name : t("{{name}} (left)", { name }),
            })),
        ]}
        onValueChange={choose}
      />
    </Labelled>
  );
}

function AiField({ actions, onChange }: Props) {
  const t = useT();
  const { aiMayAnswer } = actions;
  return (
    <Labelled label={t("AI")}>
      <Select
        label={t("AI")}
        value={aiMayAnswer === undefined ? NONE : aiMayAnswer ? "yes" : "no"}
        options={[
          { value: NONE, label: t("As set for the desk") },
          { value: "yes", label: t("May answer") },
          { value: "no", label: t("May not answer, only draft") },
        ]}
        onValueChange={(word) =>
          onChange({ ...actions, aiMayAnswer: word === NONE ? undefined : word === "yes" })
        }
      />
    </Labelled>
  );
}

/** Which promise holds, where a rule says so. */
function PolicyField({ actions, targets, onChange }: Props) {
  const t = useT();
  const { sla } = actions;
  const names = [...new Set(targets.policies)];
  return (
    <Labelled label={t("SLA")}>
      <Select
        label={t("SLA")}
        value={sla ?? NONE}
        options={[
          { value: NONE, label: t("As the policies say") },
          ...names.map((name) => ({ value: name, label: name })),
          ...(sla && !names.includes(sla)
            ? [{ value: sla, label: t("{{value}} (gone)", { value: sla }) }]
            : []),
        ]}
        onValueChange={(name) => onChange({ ...actions, sla: name === NONE ? undefined : name })}
      />
    </Labelled>
  );
}

type TagsProps = { tags: string[]; known: readonly string[]; onTags: (tags: string[]) => void };

function TagsField({ tags, known, onTags }: TagsProps) {
  const t = useT();
  const [typed, setTyped] = useState(tags.join(", "));
  // Where the rule was changed otherwise (discarded), that counts.
  const text = tagsIn(typed).join() === tags.join() ? typed : tags.join(", ");
  return (
    <div className="sm:col-span-2">
      <Field
        label={t("Tags")}
        hint={
          known.length > 0
            ? t("With commas. Known: {{tags}}", { tags: known.slice(0, 8).join(", ") })
            : t("With commas.")
        }
      >
        {(wiring) => (
          <Input
            {...wiring}
            value={text}
            onChange={({ target }) => {
              setTyped(target.value);
              onTags(tagsIn(target.value));
            }}
          />
        )}
      </Field>
    </div>
  );
}

/** Limits are those of tickets. */
function tagsIn(text: string): string[] {
  const words = text.split(",").map((word) => word.trim().slice(0, 64));
  return [...new Set(words.filter(Boolean))].slice(0, 50);
}

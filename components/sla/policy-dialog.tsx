"use client";

import { type FormEvent, useState } from "react";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { ConditionList } from "@/components/rules/condition-list";
import { leafProblem } from "@/components/rules/fields";
import { useTargets } from "@/components/rules/queries";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import type { Condition } from "@/lib/rule/model";
import { PolicyInput, type PolicyRow, type SlaSettings } from "@/lib/sla/model";
import { coverWords } from "./forecast-words";
import { minutesOf, type Typed, typedOf } from "./minutes";
import { MinutesField } from "./minutes-field";
import { useForecast, useSavePolicy } from "./queries";

/** Stands for "around the clock": Radix has no empty value. */
const ALWAYS = "-";
/** Names a policy that is not saved yet. */
const NEW = "new";

const TARGETS = ["firstMinutes", "nextMinutes", "resolutionMinutes"] as const;
const WORDS = says({
  firstMinutes: { label: "First reply", hint: "From the first message on." },
  nextMinutes: { label: "Next reply", hint: "From each later message on." },
  resolutionMinutes: { label: "Resolution", hint: "All waits of the customer together." },
});

type Targets = Record<(typeof TARGETS)[number], Typed>;

type Props = {
  /** Null: a new one. */
  policy: PolicyRow | null;
  settings: SlaSettings;
  onClose: () => void;
};

/** A policy: whom it is for, what it promises, and in which hours. */
export function PolicyDialog({ policy, settings, onClose }: Props) {
  const t = useT();
  const { typed, put, parsed, nothing } = useDraft(policy);
  const save = useSavePolicy(policy && inputOf(policy));
  const { fields, rest } = faultsOf(save.error, t);
  const nameless = typed.name.trim() === "" ? t("Give it a name.") : undefined;
  function submit(event: FormEvent) {
    event.preventDefault();
    if (parsed) save.mutate(parsed, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={policy ? t("Change {{name}}", { name: policy.name }) : t("New policy")}
      wide
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={save.isPending}
      disabled={!parsed}
    >
      <Field label={t("Name")} error={fields.name ?? nameless}>
        {(wiring) => (
          <Input
            {...wiring}
            value={typed.name}
            maxLength={120}
            onChange={({ target }) => put({ name: target.value })}
          />
        )}
      </Field>
      <WhichTickets conditions={typed.conditions} onChange={(conditions) => put({ conditions })} />
      <Times typed={typed} nothing={nothing} onTyped={put} />
      <CountedHours
        value={typed.calendarId}
        calendars={settings.calendars}
        error={fields.calendarId}
        onChange={(calendarId) => put({ calendarId })}
      />
      <Outlook draft={parsed} policies={settings.policies} />
    </FormDialog>
  );
}

type TypedPolicy = Targets & { name: string; conditions: Condition[]; calendarId: string };

/** What was typed, and the policy that it makes; null while something is missing. */
function useDraft(policy: PolicyRow | null) {
  const t = useT();
  const [typed, setTyped] = useState<TypedPolicy>({
    name: policy?.name ?? "",
    conditions: policy?.conditions ?? [],
    calendarId: policy?.calendarId ?? ALWAYS,
    firstMinutes: typedOf(policy?.firstMinutes ?? null),
    nextMinutes: typedOf(policy?.nextMinutes ?? null),
    resolutionMinutes: typedOf(policy?.resolutionMinutes ?? null),
  });
  const draft = {
    ...(policy && { policyId: policy.id }),
    name: typed.name,
    enabled: policy?.enabled ?? true,
    conditions: typed.conditions,
    calendarId: typed.calendarId === ALWAYS ? null : typed.calendarId,
    firstMinutes: minutesOf(typed.firstMinutes),
    nextMinutes: minutesOf(typed.nextMinutes),
    resolutionMinutes: minutesOf(typed.resolutionMinutes),
  };
  const unfinished = typed.conditions.some((condition) => isUnfinished(condition, t));
  return {
    typed,
    put: (change: Partial<TypedPolicy>) => setTyped({ ...typed, ...change }),
    parsed: unfinished ? null : (PolicyInput.safeParse(draft).data ?? null),
    nothing: TARGETS.every((name) => draft[name] === null),
  };
}

type TimesProps = {
  typed: Targets;
  /** None of the three is promised. */
  nothing: boolean;
  onTyped: (change: Partial<Targets>) => void;
};

function Times({ typed, nothing, onTyped }: TimesProps) {
  const t = useT();
  return (
    <>
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        {TARGETS.map((name) => (
          <MinutesField
            key={name}
            label={t(WORDS[name].label)}
            hint={t(WORDS[name].hint)}
            typed={typed[name]}
            onTyped={(time) => onTyped({ [name]: time })}
          />
        ))}
      </div>
      {nothing ? <p className="text-held">{t("Promise one of the three at least.")}</p> : null}
    </>
  );
}

type WhichProps = { conditions: Condition[]; onChange: (conditions: Condition[]) => void };

function WhichTickets({ conditions, onChange }: WhichProps) {
  const t = useT();
  const { data: targets } = useTargets();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{t("For tickets of which all of these hold")}</legend>
      {conditions.length === 0 ? <p className="mb-1.5 text-faint">{t("Every ticket.")}</p> : null}
      {targets ? (
        <ConditionList items={conditions} targets={targets} depth={0} onChange={onChange} />
      ) : (
        <Skeleton className="h-8" />
      )}
      <p className="mt-1.5 text-faint">
        {t("Looked at as the ticket is now: its priority is the one it has, whoever has set it.")}
      </p>
    </fieldset>
  );
}

type HoursProps = {
  value: string;
  calendars: SlaSettings["calendars"];
  error: string | undefined;
  onChange: (calendarId: string) => void;
};

function CountedHours({ value, calendars, error, onChange }: HoursProps) {
  const t = useT();
  return (
    <Field label={t("Hours that count")} error={error}>
      {() => (
        <Select
          label={t("Hours that count")}
          value={value}
          onValueChange={onChange}
          options={[
            { value: ALWAYS, label: t("around the clock") },
            ...calendars.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          className="self-start"
        />
      )}
    </Field>
  );
}

type OutlookProps = { draft: PolicyInput | null; policies: readonly PolicyRow[] };

/** What the policy would do to the tickets that are open now. */
function Outlook({ draft, policies }: OutlookProps) {
  const t = useT();
  const { data } = useForecast(draft && { policies: withDraft(draft, policies) });
  const found = data?.policies[draft?.policyId ?? NEW];
  return (
    <p role="status" className="min-h-5 text-soft">
      {draft && found ? t("Now it {{covers}}.", { covers: coverWords(found, t) }) : null}
    </p>
  );
}

/** All policies in their order, with the draft in its place. */
function withDraft(draft: PolicyInput, policies: readonly PolicyRow[]) {
  const { policyId, ...content } = draft;
  const mine = { id: policyId ?? NEW, ...content };
  const all = policies
    .filter(({ unreadable }) => !unreadable)
    .map(({ words, unreadable, ...policy }) => (policy.id === policyId ? mine : policy));
  return policyId ? all : [...all, mine];
}

/** A policy as it is saved. */
function inputOf({ id, words, unreadable, ...content }: PolicyRow): PolicyInput {
  return { policyId: id, ...content };
}

/** A test that says nothing yet, at any depth. */
function isUnfinished(condition: Condition, t: T): boolean {
  if ("field" in condition) return leafProblem(condition, t) !== null;
  if ("not" in condition) return isUnfinished(condition.not, t);
  return ("all" in condition ? condition.all : condition.any).some((one) => isUnfinished(one, t));
}

"use client";

import { useState } from "react";
import { useContent } from "@/components/content/queries";
import { useLabels, usePeople, useTeams } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Field as Labelled } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { FIELD_WORDS } from "@/lib/filter/terms";
import { type Draft, FIELD_KINDS, FIXED_OPTIONS, type Field, UNITS } from "./test-fields";

type Props = { draft: Draft; onChange: (change: Partial<Draft>) => void };

/** How a field is compared, and with what. */
export function TestInputs({ draft, onChange }: Props) {
  return (
    <>
      <Turned draft={draft} onChange={onChange} />
      <Compared draft={draft} onChange={onChange} />
    </>
  );
}

const TURNED: Partial<Record<(typeof FIELD_KINDS)[Field], readonly [string, string]>> = {
  choice: says(["is one of", "is none of"]),
  words: says(["is one of", "is none of"]),
  contains: says(["contains", "does not contain"]),
  me: says(["mentions me", "does not mention me"]),
};

/** Whether a ticket must pass the test, or must not. */
function Turned({ draft, onChange }: Props) {
  const t = useT();
  const ways = TURNED[FIELD_KINDS[draft.field]];
  if (!ways) return null;
  return (
    <Select
      label={t("Comparison")}
      value={draft.not ? "not" : "is"}
      options={[
        { value: "is", label: t(ways[0]) },
        { value: "not", label: t(ways[1]) },
      ]}
      onValueChange={(way) => onChange({ not: way === "not" })}
    />
  );
}

function Compared({ draft, onChange }: Props) {
  const t = useT();
  const name = t(FIELD_WORDS[draft.field]);
  switch (FIELD_KINDS[draft.field]) {
    case "choice":
      return <Choices key={draft.field} draft={draft} onChange={onChange} />;
    case "words":
      return <Text label={name} hint={t("Separated by commas.")} {...{ draft, onChange }} />;
    case "contains":
      return <Text label={name} {...{ draft, onChange }} />;
    case "range":
      return <Range draft={draft} onChange={onChange} />;
    case "span":
    case "time":
      return <Span draft={draft} onChange={onChange} />;
    case "flag":
      return (
        <Select
          label={name}
          value={draft.flag ? "yes" : "no"}
          options={[
            { value: "yes", label: t("Yes") },
            { value: "no", label: t("No") },
          ]}
          onValueChange={(value) => onChange({ flag: value === "yes" })}
        />
      );
    case "me":
      return <p className="text-soft">{t("Tickets with a note that names you.")}</p>;
  }
}

/** What a field may be; lists of the desk are there once they are fetched. */
function useOptions(field: Field): { value: string; label: string }[] {
  const t = useT();
  const people = usePeople() ?? [];
  const teams = useTeams() ?? [];
  const labels = useLabels();
  const { data: content } = useContent();
  const named = (list: { id: string; name: string }[]) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  const slugs = (list: { slug: string; name: string }[] = []) =>
    list.map(({ slug, name }) => ({ value: slug, label: name }));
  if (field === "assignee") {
    const special = [
      { value: "me", label: t("Me") },
      { value: "none", label: t("Nobody") },
    ];
    return [...special, ...named(people)];
  }
  if (field === "team") return [{ value: "none", label: t("No team") }, ...named(teams)];
  if (field === "category") return slugs(labels?.categories);
  if (field === "intent") return slugs(labels?.intents);
  if (field === "tag") {
    return (content?.tags ?? []).map(({ name }) => ({ value: name, label: name }));
  }
  return (FIXED_OPTIONS[field] ?? []).map(({ value, label }) => ({ value, label: t(label) }));
}

/** Lists longer than this can be searched. */
const SEARCHED = 8;

function Choices({ draft, onChange }: Props) {
  const t = useT();
  const [find, setFind] = useState("");
  const options = useOptions(draft.field);
  const wanted = find.trim().toLowerCase();
  const shown = options.filter(({ label }) => label.toLowerCase().includes(wanted));
  const toggle = (value: string) =>
    onChange({
      values: draft.values.includes(value)
        ? draft.values.filter((one) => one !== value)
        : [...draft.values, value],
    });
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="sr-only">{t(FIELD_WORDS[draft.field])}</legend>
      {options.length > SEARCHED ? (
        <Input
          aria-label={t("Search the list")}
          placeholder={t("Search")}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      ) : null}
      <div className="-mx-1 max-h-52 overflow-y-auto">
        {shown.map(({ value, label }) => (
          <label
            key={value}
            className="flex min-h-7.5 items-center gap-2 rounded-md px-1 hover:bg-sel pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              checked={draft.values.includes(value)}
              onChange={() => toggle(value)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 truncate">{label}</span>
          </label>
        ))}
        {shown.length === 0 ? (
          <p className="px-1 py-2 text-faint">{t("Nothing to choose.")}</p>
        ) : null}
      </div>
    </fieldset>
  );
}

function Text({ draft, onChange, label, hint }: Props & { label: string; hint?: string }) {
  return (
    <Labelled label={label} hint={hint}>
      {(wiring) => (
        <Input
          {...wiring}
          autoComplete="off"
          value={draft.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      )}
    </Labelled>
  );
}

function Range({ draft, onChange }: Props) {
  const t = useT();
  const lowest = draft.field === "confidence" ? 0 : -1;
  const ends = [
    { end: "above", label: t("Above") },
    { end: "below", label: t("Below") },
  ] as const;
  return (
    <div className="grid grid-cols-2 gap-2">
      {ends.map(({ end, label }) => (
        <Labelled key={end} label={label} hint={t("{{lowest}} to 1", { lowest }).replace("-", "−")}>
          {(wiring) => (
            <Input
              {...wiring}
              type="number"
              step="0.05"
              min={lowest}
              max={1}
              value={draft[end]}
              onChange={(event) => onChange({ [end]: event.target.value })}
            />
          )}
        </Labelled>
      ))}
    </div>
  );
}

function Span({ draft, onChange }: Props) {
  const t = useT();
  const waiting = FIELD_KINDS[draft.field] === "span";
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label={t("Comparison")}
        value={draft.older ? "older" : "within"}
        options={[
          { value: "within", label: waiting ? t("Less than") : t("In the last") },
          { value: "older", label: waiting ? t("At least") : t("More than … ago") },
        ]}
        onValueChange={(way) => onChange({ older: way === "older" })}
      />
      <Input
        aria-label={t("How long")}
        type="number"
        min={1}
        value={draft.amount}
        onChange={(event) => onChange({ amount: event.target.value })}
        className="w-20"
      />
      <Select
        label={t("Unit")}
        value={draft.unit}
        options={UNITS.map(({ value, label: unit }) => ({ value, label: t(unit) }))}
        onValueChange={(unit) => onChange({ unit })}
      />
    </div>
  );
}

"use client";

import { useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

type Option = { value: string; label: string };

export function Choice(props: {
  label: string;
  value: string;
  options: readonly Option[];
  onValue: (value: string) => void;
}) {
  const t = useT();
  const { label, value, options, onValue } = props;
  const known = value === "" || options.some((option) => option.value === value);
  const all = known ? options : [...options, { value, label: t("{{value}} (gone)", { value }) }];
  return (
    <Select
      label={label}
      value={value}
      options={all}
      onValueChange={onValue}
      className="min-w-24"
    />
  );
}

type WordsProps = {
  label: string;
  text: string;
  suggestions: readonly string[];
  describedBy: string | undefined;
  onText: (text: string) => void;
};

export function Words({ label, text, suggestions, describedBy, onText }: WordsProps) {
  const list = useId();
  return (
    <>
      <Input
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={describedBy ? true : undefined}
        value={text}
        list={suggestions.length > 0 ? list : undefined}
        onChange={(event) => onText(event.target.value)}
        className="w-auto min-w-32 flex-1"
      />
      {suggestions.length > 0 ? (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

type NumProps = {
  label: string;
  value: number | undefined;
  min: number;
  max: number;
  whole?: boolean;
  /** It can't be without one. */
  needed?: boolean;
  onValue: (value: number | undefined) => void;
};

const numberOf = (text: string) => Number(text.trim().replace(",", "."));

/** A number while it is typed; only one that fits is told. Empty: no such end. */
export function Num({ label, value, min, max, whole = false, needed = false, onValue }: NumProps) {
  const t = useT();
  const [typed, setTyped] = useState(value === undefined ? "" : String(value));
  const id = useId();
  const empty = (text: string) => text.trim() === "";
  const fits = (text: string) => {
    const number = numberOf(text);
    return number >= min && number <= max && (!whole || Number.isInteger(number));
  };
  // Where the rule was changed otherwise (discarded, or a row above removed), that counts.
  const told = empty(typed) ? undefined : numberOf(typed);
  const outdated = (empty(typed) ? !needed : fits(typed)) && told !== value;
  const text = outdated ? (value === undefined ? "" : String(value)) : typed;
  const fine = empty(text) ? !needed : fits(text);
  const { decimal } = formatOf(t);
  const problem = fine
    ? null
    : t("from {{min}} to {{max}}", { min: decimal(`${min}`), max: decimal(`${max}`) });
  return (
    <span className="inline-flex items-center gap-1.5">
      <label htmlFor={id} className="whitespace-nowrap text-soft">
        {label}
      </label>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={decimal(text)}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-note` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          if (empty(target.value)) {
            if (!needed) onValue(undefined);
          } else if (fits(target.value)) onValue(numberOf(target.value));
        }}
        className="w-16"
      />
      {problem ? (
        <span id={`${id}-note`} className="text-held">
          {problem}
        </span>
      ) : null}
    </span>
  );
}

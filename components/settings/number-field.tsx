"use client";

import { useFormat } from "@/components/i18n/use-format";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = {
  label: string;
  /** "seconds"; empty for a share of 1. */
  unit?: string;
  text: string;
  onText: (text: string) => void;
  problem: string | null;
};

/** A number as text while it is typed, as the reader's language writes it, with its unit and what is wrong with it. */
export function NumberField({ label, unit, text, onText, problem }: Props) {
  const f = useFormat();
  return (
    <Field label={unit ? `${label} (${unit})` : label} error={problem ?? undefined}>
      {(wiring) => (
        <Input
          {...wiring}
          inputMode="decimal"
          autoComplete="off"
          value={f.decimal(text)}
          onChange={(event) => onText(event.target.value)}
          className="max-w-28"
        />
      )}
    </Field>
  );
}

"use client";

import { useId } from "react";
import { useT } from "@/components/i18n/context";
import { Input } from "@/components/ui/input";
import { minutesOf, type Typed } from "./minutes";

type Props = {
  label: string;
  hint: string;
  typed: Typed;
  onTyped: (typed: Typed) => void;
};

/** A time that is promised, in hours and minutes. */
export function MinutesField({ label, hint, typed, onTyped }: Props) {
  const t = useT();
  const id = useId();
  const bad = minutesOf(typed) === undefined;
  const box = (unit: "hours" | "minutes") => (
    <span className="inline-flex items-center gap-1.5">
      <Input
        aria-label={
          unit === "hours" ? t("{{label}}, hours", { label }) : t("{{label}}, minutes", { label })
        }
        aria-describedby={`${id}-note`}
        aria-invalid={bad || undefined}
        inputMode="decimal"
        autoComplete="off"
        value={typed[unit]}
        onChange={({ target }) => onTyped({ ...typed, [unit]: target.value })}
        className="w-16"
      />
      {unit === "hours" ? t("h") : t("min")}
    </span>
  );
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <span className="flex gap-3">
        {box("hours")}
        {box("minutes")}
      </span>
      <p id={`${id}-note`} className={bad ? "text-held" : "text-faint"}>
        {bad ? t("From 1 minute to a year.") : hint}
      </p>
    </fieldset>
  );
}

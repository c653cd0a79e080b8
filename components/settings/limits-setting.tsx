"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { SETTINGS, type Setting } from "@/lib/desk/model";
import { NumberField } from "./number-field";
import { numberProblem, toNumber } from "./numbers";
import { useSetLimits } from "./queries";
import { SettingFrame } from "./setting-frame";

type Limits = Setting<"ai.limits">;
const NAMES = ["perThread", "perCustomerHour", "maxAgeHours"] as const satisfies (keyof Limits)[];
const WORDS: Record<keyof Limits, { label: string; unit?: string }> = says({
  perThread: { label: "Automatic replies in a ticket" },
  perCustomerHour: { label: "To one customer in an hour" },
  maxAgeHours: { label: "Oldest request", unit: "hours" },
});

/** How much the desk may answer by itself; only less than the built-in limits. */
export function LimitsSetting({ value }: { value: Limits }) {
  const t = useT();
  const save = useSetLimits();
  const { shape } = SETTINGS["ai.limits"].unwrap();
  const [texts, setTexts] = useState(() => ({
    perThread: String(value.perThread),
    perCustomerHour: String(value.perCustomerHour),
    maxAgeHours: String(value.maxAgeHours),
  }));
  const wrong = (name: keyof Limits) => numberProblem(shape[name], texts[name], t);
  const next = {
    perThread: toNumber(texts.perThread),
    perCustomerHour: toNumber(texts.perCustomerHour),
    maxAgeHours: toNumber(texts.maxAgeHours),
  };
  const changed = NAMES.some((name) => next[name] !== value[name]);
  return (
    <SettingFrame
      of="ai.limits"
      title={t("Limits")}
      hint={t(
        "Beyond these, a person looks, however sure the desk is. They can only be made tighter.",
      )}
      ready={changed && NAMES.every((name) => wrong(name) === null)}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate(next)}
    >
      <div className="flex flex-wrap gap-4">
        {NAMES.map((name) => {
          const { label, unit } = WORDS[name];
          return (
            <NumberField
              key={name}
              label={t(label)}
              unit={unit && t(unit)}
              text={texts[name]}
              onText={(text) => setTexts({ ...texts, [name]: text })}
              problem={wrong(name)}
            />
          );
        })}
      </div>
    </SettingFrame>
  );
}

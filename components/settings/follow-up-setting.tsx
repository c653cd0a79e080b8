"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { SETTINGS, type Setting } from "@/lib/desk/model";
import { NumberField } from "./number-field";
import { numberProblem, toNumber } from "./numbers";
import { useSetFollowUp } from "./queries";
import { SettingFrame } from "./setting-frame";

export function FollowUpSetting({ value }: { value: Setting<"ai.followUp"> }) {
  const t = useT();
  const save = useSetFollowUp();
  const { tries: triesSchema, hours: hoursSchema } = SETTINGS["ai.followUp"].unwrap().shape;
  const [tries, setTries] = useState(String(value.tries));
  const [hours, setHours] = useState(String(value.hours));
  const wrong = {
    tries: numberProblem(triesSchema, tries, t),
    hours: numberProblem(hoursSchema, hours, t),
  };
  const next = { tries: toNumber(tries), hours: toNumber(hours) };
  return (
    <SettingFrame
      of="ai.followUp"
      title={t("Try held tickets again")}
      hint={t(
        "A held draft is made anew so often, in case the desk has learned something since. Then the ticket stays with people. 0 tries: never.",
      )}
      ready={
        !wrong.tries && !wrong.hours && (next.tries !== value.tries || next.hours !== value.hours)
      }
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate(next)}
    >
      <div className="flex flex-wrap gap-4">
        <NumberField label={t("Tries")} text={tries} onText={setTries} problem={wrong.tries} />
        <NumberField
          label={t("Time between")}
          unit={t("hours")}
          text={hours}
          onText={setHours}
          problem={wrong.hours}
        />
      </div>
    </SettingFrame>
  );
}

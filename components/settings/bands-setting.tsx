"use client";

import { useState } from "react";
import { Bands, type Setting } from "@/lib/desk/model";
import { bandProblems } from "./band-problems";
import { NumberField } from "./number-field";
import { toNumber } from "./numbers";
import { useSetBands } from "./queries";
import { SettingFrame } from "./setting-frame";

export function BandsSetting({ value }: { value: Setting<"ai.bands"> }) {
  const save = useSetBands();
  const [send, setSend] = useState(String(value.send));
  const [flag, setFlag] = useState(String(value.flag));
  const wrong = bandProblems(send, flag);
  const next = Bands.safeParse({ send: toNumber(send), flag: toNumber(flag) });
  return (
    <SettingFrame
      title="Confidence bands"
      hint="From the first number on a reply is sent by itself; from the second on it is sent and flagged for review; below, the draft is held for a person."
      ready={next.success && (next.data.send !== value.send || next.data.flag !== value.flag)}
      busy={save.isPending}
      error={save.error}
      onSave={() => next.success && save.mutate(next.data)}
    >
      <div className="flex flex-wrap gap-4">
        <NumberField label="Send from" text={send} onText={setSend} problem={wrong.send} />
        <NumberField label="Send and flag from" text={flag} onText={setFlag} problem={wrong.flag} />
      </div>
    </SettingFrame>
  );
}

"use client";

import { useState } from "react";
import { BandsTrial } from "@/components/bands/bands-trial";
import { useT } from "@/components/i18n/context";
import { type BandOverride, Bands, type Setting } from "@/lib/desk/model";
import { bandProblems } from "./band-problems";
import { NumberField } from "./number-field";
import { toNumber } from "./numbers";
import { useSetBands } from "./queries";
import { SettingFrame } from "./setting-frame";

type Props = {
  value: Setting<"ai.bands">;
  /** Those of some tickets, in force: a trial takes them along. */
  overrides: BandOverride[];
};

export function BandsSetting({ value, overrides }: Props) {
  const t = useT();
  const save = useSetBands();
  const [send, setSend] = useState(String(value.send));
  const [flag, setFlag] = useState(String(value.flag));
  const wrong = bandProblems(send, flag, t);
  const next = Bands.safeParse({ send: toNumber(send), flag: toNumber(flag) });
  return (
    <SettingFrame
      of="ai.bands"
      title={t("Confidence bands")}
      hint={t(
        "From the first number on a reply is sent by itself; from the second on it is sent and flagged for review; below, the draft is held for a person.",
      )}
      ready={next.success && (next.data.send !== value.send || next.data.flag !== value.flag)}
      busy={save.isPending}
      error={save.error}
      onSave={() => next.success && save.mutate(next.data)}
    >
      <div className="flex flex-wrap gap-4">
        <NumberField label={t("Send from")} text={send} onText={setSend} problem={wrong.send} />
        <NumberField
          label={t("Send and flag from")}
          text={flag}
          onText={setFlag}
          problem={wrong.flag}
        />
      </div>
      <BandsTrial
        label={t("Try these bands on past drafts")}
        setup={next.success ? { bands: next.data, overrides } : null}
      />
    </SettingFrame>
  );
}

"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { SETTINGS, type Setting } from "@/lib/desk/model";
import { NumberField } from "./number-field";
import { numberProblem, toNumber } from "./numbers";
import { useSetFourEyes, useSetSampling, useSetSendMode } from "./queries";
import { SettingFrame } from "./setting-frame";

type Mode = Setting<"ai.sendMode">;

const MODES = ["send_then_review", "approve_first"] as const satisfies Mode[];
const WORDS: Record<Mode, { label: string; hint: string }> = says({
  send_then_review: {
    label: "Send, then review",
    hint: "The reply leaves at once and is flagged for a reviewer.",
  },
  approve_first: {
    label: "Approve first",
    hint: "The draft is held until a person approves it.",
  },
});

/** Between the bands: out at once and looked at after, or only once a person approves. */
export function SendModeSetting({ value }: { value: Mode }) {
  const t = useT();
  const save = useSetSendMode();
  const [mode, setMode] = useState(value);
  return (
    <SettingFrame
      of="ai.sendMode"
      title={t("Replies between the bands")}
      hint={t(
        "What happens to replies that the desk is fairly sure of, but not sure enough to send without anybody looking.",
      )}
      ready={mode !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ mode })}
    >
      <fieldset className="flex flex-col gap-0.5">
        <legend className="sr-only">{t("Replies between the bands")}</legend>
        {MODES.map((one) => (
          <label
            key={one}
            className="-mx-1 flex min-h-7 items-center gap-2 rounded-md px-1 hover:bg-sel pointer-coarse:min-h-11"
          >
            <input
              type="radio"
              name="send-mode"
              checked={mode === one}
              onChange={() => setMode(one)}
              className="size-4 shrink-0 accent-accent"
            />
            <span>
              {t(WORDS[one].label)}: <span className="text-soft">{t(WORDS[one].hint)}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </SettingFrame>
  );
}

/** How many of the confident replies people look at although they were sent. */
export function SamplingSetting({ value }: { value: number }) {
  const t = useT();
  const save = useSetSampling();
  const schema = SETTINGS["review.sampling"].unwrap();
  const [text, setText] = useState(String(value));
  const problem = numberProblem(schema, text, t);
  return (
    <SettingFrame
      of="review.sampling"
      title={t("Audit of confident replies")}
      hint={t(
        "This share of the replies that are sent without anybody looking is chosen by lot and reviewed anyway. What people say of them stands for all. 0.05 is one in twenty.",
      )}
      ready={problem === null && toNumber(text) !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ share: toNumber(text) })}
    >
      <NumberField label={t("Share, 0 to 1")} text={text} onText={setText} problem={problem} />
    </SettingFrame>
  );
}

type FourEyesProps = {
  value: readonly string[];
  categories: readonly { slug: string; name: string }[];
};

/** Categories in which two people approve the same words before a draft leaves. */
export function FourEyesSetting({ value, categories }: FourEyesProps) {
  const t = useT();
  const save = useSetFourEyes();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(value));
  const changed = chosen.size !== value.length || value.some((slug) => !chosen.has(slug));
  const toggle = (slug: string) => {
    const next = new Set(chosen);
    if (!next.delete(slug)) next.add(slug);
    setChosen(next);
  };
  return (
    <SettingFrame
      of="review.fourEyes"
      title={t("Four eyes")}
      hint={t(
        "Drafts of these categories are always held, and leave only once two people have approved the same words.",
      )}
      ready={changed}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate({ categories: [...chosen] })}
    >
      <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
        <legend className="sr-only">{t("Categories that want four eyes")}</legend>
        {categories.map(({ slug, name }) => (
          <label key={slug} className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              checked={chosen.has(slug)}
              onChange={() => toggle(slug)}
              className="size-4 accent-accent"
            />
            {name}
          </label>
        ))}
      </fieldset>
    </SettingFrame>
  );
}

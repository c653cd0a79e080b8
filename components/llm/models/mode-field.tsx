"use client";

import { useId } from "react";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { PROVIDER_MODES, type ProviderMode } from "@/lib/llm/model";
import type { FieldsProps } from "./connection-fields";

export function modeWords(t: T, mode: ProviderMode): { label: string; says: string } {
  switch (mode) {
    case "off":
      return { label: t("Off"), says: t("It is never asked. The desk drafts with its own core.") };
    case "shadow":
      return {
        label: t("In the shadow"),
        says: t(
          "It drafts beside the desk's own core, and nobody is answered with it. You see both, and how often it would have been right.",
        ),
      };
    case "on":
      return {
        label: t("On"),
        says: t(
          "It drafts. Its drafts wait for people until enough of them have been right; when it fails, the desk's own core answers in its place.",
        ),
      };
  }
}

/** What it may do; one provider at a time may do anything. */
export function ModeField({ draft, set }: Pick<FieldsProps, "draft" | "set">) {
  const t = useT();
  const id = useId();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("What it may do")}</legend>
      <div className="flex flex-col gap-2">
        {PROVIDER_MODES.map((mode) => {
          const { label, says } = modeWords(t, mode);
          return (
            <div key={mode} className="flex items-start gap-2">
              <input
                type="radio"
                id={`${id}-${mode}`}
                name={id}
                className="mt-0.5 size-4 shrink-0 accent-(--accent)"
                checked={draft.mode === mode}
                onChange={() => set({ mode })}
                aria-describedby={`${id}-${mode}-says`}
              />
              <div>
                <label htmlFor={`${id}-${mode}`}>{label}</label>
                <p id={`${id}-${mode}-says`} className="max-w-[62ch] text-soft">
                  {says}
                </p>
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

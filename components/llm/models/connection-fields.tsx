"use client";

import { useId } from "react";
import { useT } from "@/components/i18n/context";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { PROVIDER_KINDS, ProviderKind } from "@/lib/llm/model";
import { KIND_NAMES } from "./presets";
import type { ProviderDraft } from "./provider-draft";

export type FieldsProps = {
  draft: ProviderDraft;
  set: (part: Partial<ProviderDraft>) => void;
  faults: Record<string, string | undefined>;
};

/** Where it is, what it is called there, and the key to it. */
export function ConnectionFields({
  draft,
  set,
  faults,
  hasKey,
}: FieldsProps & { hasKey: boolean }) {
  const t = useT();
  const compatible = draft.kind === "openai_compatible";
  return (
    <>
      <Text name="name" label={t("Name")} hint={t("For you.")} {...{ draft, set, faults }} />
      <div className="flex flex-col gap-1">
        <span className="font-medium text-soft">{t("Kind")}</span>
        <Select
          label={t("Kind")}
          value={draft.kind}
          options={PROVIDER_KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[kind] }))}
          onValueChange={(kind) => set({ kind: ProviderKind.parse(kind) })}
          className="w-full sm:w-60"
        />
      </div>
      <Text
        name="baseUrl"
        label={compatible ? t("Base URL") : t("Base URL, if not the vendor's own")}
        hint={compatible ? t("As far as /v1, like http://127.0.0.1:11434/v1.") : undefined}
        {...{ draft, set, faults }}
      />
      <Text
        name="model"
        label={t("Model")}
        hint={t("As the provider calls it.")}
        {...{ draft, set, faults }}
      />
      <KeyField {...{ draft, set, faults, hasKey }} />
      <Toggle
        label={t("Hide personal data")}
        says={t(
          "Names, addresses and numbers are replaced before anything leaves the desk, and put back in what comes back.",
        )}
        on={draft.hidePersonal}
        onChange={(hidePersonal) => set({ hidePersonal })}
      />
    </>
  );
}

type TextField = "name" | "baseUrl" | "model";
type TextProps = FieldsProps & { name: TextField; label: string; hint?: string | undefined };

function Text({ name, label, hint, draft, set, faults }: TextProps) {
  return (
    <Field label={label} hint={hint} error={faults[name]}>
      {(wiring) => (
        <Input
          {...wiring}
          autoComplete="off"
          spellCheck={false}
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
}

/** Goes in and never comes out: a stored one shows as stored, and that is all. */
function KeyField({ draft, set, faults, hasKey }: FieldsProps & { hasKey: boolean }) {
  const t = useT();
  const hint = hasKey
    ? t("A key is stored. Leave this empty to keep it.")
    : t("Sealed before it is stored, and never shown again. Local servers often need none.");
  return (
    <div className="flex flex-col gap-1">
      <Field label={t("API key")} hint={hint} error={faults.apiKey}>
        {(wiring) => (
          <Input
            {...wiring}
            type="password"
            autoComplete="new-password"
            disabled={draft.dropKey}
            value={draft.dropKey ? "" : draft.apiKey}
            onChange={(event) => set({ apiKey: event.target.value })}
          />
        )}
      </Field>
      {hasKey ? (
        <label className="flex min-h-7 items-center gap-2 pointer-coarse:min-h-11">
          <input
            type="checkbox"
            className="size-4 accent-(--accent)"
            checked={draft.dropKey}
            onChange={(event) => set({ dropKey: event.target.checked })}
          />
          {t("Take the stored key away")}
        </label>
      ) : null}
    </div>
  );
}

type ToggleProps = { label: string; says: string; on: boolean; onChange: (on: boolean) => void };

function Toggle({ label, says, on, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-says`} className="max-w-[62ch] text-soft">
          {says}
        </p>
      </div>
      <Switch id={id} aria-describedby={`${id}-says`} checked={on} onCheckedChange={onChange} />
    </div>
  );
}

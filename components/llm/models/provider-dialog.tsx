"use client";

import { type FormEvent, useState } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { Button } from "@/components/ui/button";
import type { ProviderView } from "@/lib/llm/model";
import { ConnectionFields } from "./connection-fields";
import { LimitFields } from "./limit-fields";
import { ModeField } from "./mode-field";
import { PRESETS } from "./presets";
import { draftOf, FIELD_OF, inputOf, newDraft, type ProviderDraft } from "./provider-draft";
import { useSaveProvider, useTestProvider } from "./queries";
import { RANGES, type RangedField, rangeFaults } from "./ranges";

type Props = {
  /** Null: a new one. */
  provider: ProviderView | null;
  onClose: () => void;
};

/** Adds a provider or changes one. The key goes in and never comes out. */
export function ProviderDialog({ provider, onClose }: Props) {
  const t = useT();
  const [draft, setDraft] = useState(() => (provider ? draftOf(provider) : newDraft()));
  const set = (part: Partial<ProviderDraft>) => setDraft((before) => ({ ...before, ...part }));
  const save = useSaveProvider();
  const test = useTestProvider();
  const [outOfRange, setOutOfRange] = useState<readonly RangedField[]>([]);
  const { faults, rest } = useFaults(save.error, outOfRange);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = rangeFaults(draft);
    setOutOfRange(wrong);
    if (wrong.length > 0 || save.isPending) return;
    save.mutate(inputOf(draft, provider?.id), {
      onSuccess: ({ providerId }) => {
        onClose();
        test.mutate({ providerId }); // whether it works is what everybody asks next
      },
    });
  };
  return (
    <FormDialog
      title={provider ? t("Change {{name}}", { name: provider.name }) : t("New provider")}
      description={t("Where the desk asks a language model.")}
      wide
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={save.isPending}
      words={t("Save and test")}
    >
      {provider ? null : <Presets onChoose={set} />}
      <ConnectionFields
        draft={draft}
        set={set}
        faults={faults}
        hasKey={provider?.hasKey ?? false}
      />
      <ModeField draft={draft} set={set} />
      <LimitFields draft={draft} set={set} faults={faults} />
    </FormDialog>
  );
}

/** By field of the form: what the desk complained of, and numbers that can't be. */
function useFaults(error: Error | null, outOfRange: readonly RangedField[]) {
  const t = useT();
  const { fields, rest } = faultsOf(error, t);
  const told = Object.entries(fields).map(([name, words]) => [FIELD_OF[name] ?? name, words]);
  const ranged = outOfRange.map((name) => {
    const [from, to] = RANGES[name];
    return [name, t("Enter a number from {{from}} to {{to}}.", { from, to })];
  });
  const faults: Record<string, string | undefined> = Object.fromEntries([...told, ...ranged]);
  return { faults, rest };
}

/** What is known of where models usually live, to begin from. */
function Presets({ onChoose }: { onChoose: (part: Partial<ProviderDraft>) => void }) {
  const t = useT();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">{t("Begin from")}</legend>
      <div className="flex flex-wrap gap-2">
        {PRESETS.map(({ name, kind, baseUrl }) => (
          <Button key={name} onClick={() => onChoose({ name, kind, baseUrl: baseUrl ?? "" })}>
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

"use client";

import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { Select } from "@/components/ui/select";
import { LOCALES, type Locale } from "@/lib/person/model";
import { useSetLocale } from "./queries";

/** Stands for the browser's language: Radix has no empty value. */
const BROWSER = "-";

/** Each by its own name: whoever looks for it reads that. */
const NAMES: Record<Locale, string> = { en: "English", de: "Deutsch" };

/** In which language somebody sees the desk. */
export function LanguagePanel({ locale }: { locale: Locale | null }) {
  const t = useT();
  const set = useSetLocale();
  return (
    <Panel
      title={t("Language")}
      says={t(
        "Words, dates and numbers of the desk. What customers and colleagues write stays as it is.",
      )}
    >
      <Select
        label={t("Language")}
        value={locale ?? BROWSER}
        disabled={set.isPending}
        options={[
          ...LOCALES.map((value) => ({ value, label: NAMES[value] })),
          { value: BROWSER, label: t("As the browser asks") },
        ]}
        onValueChange={(value) => set.mutate(LOCALES.find((one) => one === value) ?? null)}
      />
    </Panel>
  );
}

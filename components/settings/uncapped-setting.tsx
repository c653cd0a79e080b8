"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { Setting } from "@/lib/desk/model";
import { Choices } from "./choices";
import { useSetUncapped } from "./queries";
import { SettingFrame } from "./setting-frame";

/** What a closed list shows: nothing of it is chosen by opening it. */
const NONE = "-";

type Props = {
  value: Setting<"ai.uncapped">;
  categories: readonly { slug: string; name: string }[];
  articles: readonly { id: string; title: string }[];
};

/** Where the desk may be surer than it has earned. */
export function UncappedSetting({ value, categories, articles }: Props) {
  const t = useT();
  const save = useSetUncapped();
  const [chosen, setChosen] = useState(value);
  const more =
    isMore(chosen.categories, value.categories) || isMore(chosen.articles, value.articles);
  return (
    <SettingFrame
      of="ai.uncapped"
      title={t("Caps on confidence")}
      hint={t(
        "An answer that was accepted fewer than 3 times stays under 0.60, and a desk with fewer than 100 outcomes under 0.85. Lift that only where you know the articles well.",
      )}
      ready={more || chosen !== value}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate(chosen)}
    >
      <div className="flex flex-col gap-3">
        <Choices
          legend={t("Lifted for tickets of")}
          options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
          chosen={chosen.categories}
          onChange={(to) => setChosen({ ...chosen, categories: to })}
        />
        <Lifted
          ids={chosen.articles}
          articles={articles}
          onChange={(to) => setChosen({ ...chosen, articles: to })}
        />
        {more ? (
          <p role="status" className="text-held">
            {t("Their drafts may leave by themselves before anybody has approved one.")}
          </p>
        ) : null}
      </div>
    </SettingFrame>
  );
}

const isMore = (now: readonly string[], before: readonly string[]) =>
  now.some((one) => !before.includes(one));

type LiftedProps = {
  ids: readonly string[];
  articles: Props["articles"];
  onChange: (ids: string[]) => void;
};

function Lifted({ ids, articles, onChange }: LiftedProps) {
  const t = useT();
  const left = articles.filter(({ id }) => !ids.includes(id));
  return (
    <fieldset className="flex flex-col items-start gap-1.5">
      <legend className="mb-1 font-medium">{t("Lifted for drafts from")}</legend>
      <ul className="flex flex-col gap-1">
        {ids.map((id) => {
          const title =
            articles.find((one) => one.id === id)?.title ?? t("an article that is gone");
          return (
            <li key={id} className="flex items-center gap-2">
              {title}
              <Button
                kind="quiet"
                aria-label={t("Cap {{name}} again", { name: title })}
                onClick={() => onChange(ids.filter((one) => one !== id))}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </li>
          );
        })}
      </ul>
      {left.length > 0 ? (
        <Select
          label={t("Lift for an article")}
          value={NONE}
          onValueChange={(id) => id !== NONE && onChange([...ids, id])}
          options={[
            { value: NONE, label: t("Lift for an article") },
            ...left.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      ) : null}
    </fieldset>
  );
}

"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import type { Setting } from "@/lib/desk/model";
import { Choices } from "./choices";
import { useSetSources } from "./queries";
import { SettingFrame } from "./setting-frame";

const SOURCES = ["articles", "answers"] as const;
const WORDS = says({
  articles: { label: "Articles", says: "What is published" },
  answers: { label: "Answers", says: "What people have sent to such questions" },
});

/** What drafts may be made from. */
export function SourcesSetting({ value }: { value: Setting<"ai.sources"> }) {
  const t = useT();
  const save = useSetSources();
  const [chosen, setChosen] = useState(() => SOURCES.filter((source) => value[source]));
  const next = { articles: chosen.includes("articles"), answers: chosen.includes("answers") };
  const changed = next.articles !== value.articles || next.answers !== value.answers;
  return (
    <SettingFrame
      of="ai.sources"
      title={t("Sources")}
      hint={t(
        "What the desk may draft from. It goes on learning from all of it. With none, every draft is empty and people answer.",
      )}
      ready={changed}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate(next)}
    >
      <Choices
        legend={t("Draft from")}
        options={SOURCES.map((source) => ({
          value: source,
          label: t(WORDS[source].label),
          says: t(WORDS[source].says),
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
    </SettingFrame>
  );
}

"use client";

import { useT } from "@/components/i18n/context";
import { useFormat } from "@/components/i18n/use-format";
import type { DraftPart } from "@/lib/assist/model";

type Done = Extract<DraftPart, { kind: "done" }>;

/** What a person should know of a draft before they send it. */
export function DraftNotes({ done }: { done: Done }) {
  const t = useT();
  const f = useFormat();
  const bare = done.sentences.filter(({ sources }) => sources.length === 0).length;
  return (
    <>
      {done.blocks.map((words) => (
        <p key={words} className="text-held">
          ■ {t.stored(words)}
        </p>
      ))}
      {bare > 0 ? (
        <p className="text-held">{t("{{count}} sentences have no source.", { count: bare })}</p>
      ) : null}
      {done.removed.length > 0 ? (
        <p>
          {t("Taken out:")} {done.removed.map(t.stored).join("; ")}
        </p>
      ) : null}
      <p>
        {t("Drafted from {{sources}}. Read it before you send it.", {
          sources:
            done.sources.length > 0
              ? f.list([...new Set(done.sources.map(({ title }) => title))])
              : t("no source"),
        })}
      </p>
    </>
  );
}

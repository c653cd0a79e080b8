"use client";

import { useState } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import type { AlikeAnswers } from "@/lib/insights/model";
import { beginningOf } from "./answer-words";
import { useAlikeAnswers, useMergeAnswers } from "./queries";

type Group = AlikeAnswers["groups"][number];

/** Answers that say nearly the same: put together, what was learned of one helps the others. */
export function AlikeSuggestions() {
  const t = useT();
  const groups = useAlikeAnswers().data?.groups ?? [];
  if (groups.length === 0) return null;
  return (
    <section
      aria-label={t("Nearly the same")}
      className="mb-4 rounded-xl border bg-panel px-4 py-3"
    >
      {groups.map((group) => (
        <Suggestion key={group.map(({ id }) => id).join()} group={group} />
      ))}
    </section>
  );
}

function Suggestion({ group }: { group: Group }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const merge = useMergeAnswers();
  const [first, ...others] = group;
  if (!first) return null;
  return (
    <div className="py-1">
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1 wrap-anywhere">
          <span className="font-medium">
            {t("{{n}} answers are nearly the same:", { n: group.length })}
          </span>{" "}
          <span className="text-soft">{beginningOf(first.text)}</span>
        </p>
        <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t("Hide") : t("Compare")}
        </Button>
      </div>
      {open ? (
        <ul className="mt-1 flex flex-col gap-2">
          <li className="rounded-md bg-bg p-2.5 wrap-anywhere" dir="auto">
            {first.text}{" "}
            <span className="text-faint">· {t("used most: {{n}}", { n: first.uses })}</span>
          </li>
          {others.map(({ id, text, uses }) => (
            <li key={id} className="rounded-md border p-2.5 wrap-anywhere" dir="auto">
              {text} <span className="text-faint">· {t("used {{n}}", { n: uses })}</span>
              <div className="mt-1">
                <Button
                  busy={merge.isPending}
                  aria-label={t("Merge into the first: {{text}}", { text: beginningOf(text) })}
                  onClick={() => merge.mutate({ from: id, into: first.id })}
                >
                  {t("Merge into the first")}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

"use client";

import { type ChangeEvent, useRef, useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { ImportOutcome } from "@/lib/knowledge/model";
import { useImportArticles } from "./queries";

const MARKDOWN = /\.(?:md|markdown)$/i;

/** Takes a folder of Markdown, or single files, and says what became of each. */
export function ImportArticles() {
  const t = useT();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const run = useImportArticles();

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.target.files ?? [])].filter(({ name }) => MARKDOWN.test(name));
    event.target.value = ""; // the same folder can be chosen again
    if (chosen.length === 0) return toast.error(t("There is no Markdown file among these."));
    const read = await Promise.all(
      chosen.map(async (file) => ({
        path: file.webkitRelativePath || file.name,
        text: await file.text(),
      })),
    );
    run.mutate(read, {
      onSuccess: setOutcome,
      onError: (error) => toast.error(messageOf(error, t)),
    });
  }

  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        onChange={take}
        // React knows no such attribute; without it a browser offers single files.
        {...{ webkitdirectory: "" }}
      />
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept=".md,.markdown"
        aria-label={t("Markdown files to import")}
        onChange={take}
      />
      <Button busy={run.isPending} onClick={() => folder.current?.click()}>
        {t("Import folder")}
      </Button>
      <Button busy={run.isPending} onClick={() => files.current?.click()}>
        {t("Import files")}
      </Button>
      {outcome ? <Outcome outcome={outcome} /> : null}
    </div>
  );
}

function Outcome({ outcome: { created, changed, same, refused } }: { outcome: ImportOutcome }) {
  const t = useT();
  return (
    <div role="status" className="w-full text-soft">
      <p>
        {refused.length > 0
          ? t("{{created}} new, {{changed}} changed, {{same}} the same, {{refused}} not read.", {
              created,
              changed,
              same,
              refused: refused.length,
            })
          : t("{{created}} new, {{changed}} changed, {{same}} the same.", {
              created,
              changed,
              same,
            })}
      </p>
      {refused.length > 0 ? (
        <ul className="mt-1 list-disc pl-4 text-held">
          {refused.map(({ path, why }) => (
            <li key={path} className="wrap-anywhere">
              {path}: {t.stored(why)}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

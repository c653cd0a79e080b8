"use client";

import { useState } from "react";
import { NavButton } from "@/components/desk/shell";
import { useT } from "@/components/i18n/context";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { RuleChange } from "@/lib/rule/model";
import { HistoryDialog } from "./history-dialog";
import { SaveDialog } from "./save-dialog";
import type { Draft } from "./use-draft";

type Props = {
  draft: Draft;
  version: number;
  changes: readonly RuleChange[];
  /** Everything that is written can be saved. */
  ready: boolean;
  onNew: () => void;
};

/** The head of the page: which version is in force, and what can be done with the draft. */
export function RulesBar({ draft, version, changes, ready, onNew }: Props) {
  const t = useT();
  const [open, setOpen] = useState<"history" | "save" | "discard" | null>(null);
  const toggle = (which: typeof open) => (shown: boolean) => setOpen(shown ? which : null);
  return (
    <header className="flex min-h-11.5 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-panel px-4 py-1.5">
      <NavButton />
      <h1 className="font-semibold">{t("Routing rules")}</h1>
      <p className="text-faint">
        {version === 0 ? t("as the desk began") : t("version {{version}}", { version })}
        {draft.dirty ? ` · ${t("changes not saved")}` : ""}
      </p>
      <div className="ml-auto flex flex-wrap gap-2">
        <Button kind="quiet" onClick={() => setOpen("history")}>
          {t("History")}
        </Button>
        <Button onClick={onNew}>{t("New rule")}</Button>
        {draft.dirty ? (
          <>
            <Button kind="quiet" onClick={() => setOpen("discard")}>
              {t("Discard")}
            </Button>
            <Button
              kind="primary"
              disabled={!ready || draft.stale}
              title={draft.stale ? t("Choose first what becomes of the other version") : undefined}
              onClick={() => setOpen("save")}
            >
              {t("Save rules")}
            </Button>
          </>
        ) : null}
      </div>
      <HistoryDialog
        open={open === "history"}
        onOpenChange={toggle("history")}
        dirty={draft.dirty}
      />
      <SaveDialog
        open={open === "save"}
        onOpenChange={toggle("save")}
        draft={draft}
        changes={changes}
      />
      <AlertDialog
        open={open === "discard"}
        onOpenChange={toggle("discard")}
        title={t("Discard your changes?")}
        description={t(
          "The rules in force stay as they are. What you have written here is gone then.",
        )}
        confirm={t("Discard changes")}
        danger
        onConfirm={draft.discard}
      />
    </header>
  );
}

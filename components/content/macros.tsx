"use client";

import { useState } from "react";
import { useTeams } from "@/components/desk/queries";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { useTold } from "@/components/settings/use-told";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { MacroRow } from "@/lib/admin/model";
import { MacroDialog } from "./macro-dialog";
import { macroWords } from "./macro-words";
import { useArchiveMacro, useRestoreMacro } from "./queries";

/** Words and actions that agents use again and again. */
export function Macros({ macros }: { macros: readonly MacroRow[] }) {
  const t = useT();
  const told = useTold();
  const [edited, setEdited] = useState<MacroRow | "new" | null>(null);
  const [all, setAll] = useState(false);
  const teams = useTeams() ?? [];
  const archive = useArchiveMacro();
  const restore = useRestoreMacro();
  const used = macros.filter(({ archivedAt }) => archivedAt === null);
  const hidden = macros.length - used.length;
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name;
  return (
    <Panel
      title={t("Macros")}
      says={t(
        "Words, and what goes with them, for answers that people give again and again. Agents find them beside the reply.",
      )}
      action={
        <Button kind="primary" onClick={() => setEdited("new")}>
          {t("New macro")}
        </Button>
      }
    >
      {used.length === 0 ? <p className="text-soft">{t("There is no macro yet.")}</p> : null}
      <ul aria-label={t("Macros")}>
        {(all ? macros : used).map((macro) => (
          <MacroLine
            key={macro.id}
            macro={macro}
            says={macroWords(macro.actions, nameOf, t)}
            onChange={() => setEdited(macro)}
            onArchive={() => archive.mutate({ macroId: macro.id }, told)}
            onRestore={() => restore.mutate({ macroId: macro.id }, told)}
          />
        ))}
      </ul>
      {hidden > 0 ? (
        <Button kind="quiet" className="mt-2" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("Hide what is put away") : t("Show {{hidden}} put away", { hidden })}
        </Button>
      ) : null}
      {edited ? (
        <MacroDialog
          macro={edited === "new" ? null : edited}
          teams={teams}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Panel>
  );
}

type LineProps = {
  macro: MacroRow;
  /** What it does beside its words. */
  says: string;
  onChange: () => void;
  onArchive: () => void;
  onRestore: () => void;
};

/** One macro, and what can be done with it. */
function MacroLine({ macro, says, onChange, onArchive, onRestore }: LineProps) {
  const t = useT();
  return (
    <li aria-label={macro.name} className="flex items-start gap-3 border-t py-2 first:border-t-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className={macro.archivedAt ? "text-faint" : "font-medium"}>{macro.name}</span>
          {macro.team ? <Chip>{t("only {{name}}", { name: macro.team.name })}</Chip> : null}
        </p>
        {macro.body ? <p className="line-clamp-2 text-soft">{macro.body}</p> : null}
        <p className="text-faint">{says}</p>
      </div>
      {macro.archivedAt ? (
        <Button aria-label={t("Use {{name}} again", { name: macro.name })} onClick={onRestore}>
          {t("Use again")}
        </Button>
      ) : (
        <div className="flex gap-2">
          <Button aria-label={t("Change {{name}}", { name: macro.name })} onClick={onChange}>
            {t("Change")}
          </Button>
          <Button aria-label={t("Put {{name}} away", { name: macro.name })} onClick={onArchive}>
            {t("Put away", { context: "verb" })}
          </Button>
        </div>
      )}
    </li>
  );
}

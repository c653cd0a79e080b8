"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Time } from "@/components/time/time";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import type { ConfigLine } from "@/lib/insights/model";
import { useRestoreConfig } from "./queries";
import { casesWords, settingsWords } from "./version-words";

const STATE_WORDS: Record<ConfigLine["state"], string> = says({
  shadow: "In the shadow",
  current: "Answers now",
  retired: "Not in use",
  refused: "Refused",
});

/** How the predictor is, was, and was to be set; one that has answered can answer again. */
export function ConfigList({ rows, mayChange }: { rows: ConfigLine[]; mayChange: boolean }) {
  const t = useT();
  const [asking, setAsking] = useState<number | null>(null);
  const restore = useRestoreConfig();
  if (rows.length === 0) {
    return <p className="text-faint">{t("The desk answers as the program came.")}</p>;
  }
  return (
    <>
      <ul aria-label={t("Configurations")}>
        {rows.map((row) => (
          <ConfigItem
            key={row.number}
            row={row}
            mayReturn={mayChange && row.state === "retired" && row.promotedAt !== null}
            busy={restore.isPending}
            onReturn={() => setAsking(row.number)}
          />
        ))}
      </ul>
      {restore.error ? (
        <p role="alert" className="mt-2 text-held">
          {messageOf(restore.error, t)}
        </p>
      ) : null}
      <AlertDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t("Let configuration {{number}} answer again?", { number: asking ?? "" })}
        description={t(
          "It has answered before, so it comes back at once and is not compared again. It learns what was taught since.",
        )}
        confirm={t("Go back")}
        onConfirm={() => asking !== null && restore.mutate({ number: asking })}
      />
    </>
  );
}

type ItemProps = {
  row: ConfigLine;
  /** The viewer may let it answer again. */
  mayReturn: boolean;
  busy: boolean;
  onReturn: () => void;
};

function ConfigItem({ row, mayReturn, busy, onReturn }: ItemProps) {
  const t = useT();
  return (
    <li className="border-t py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{t("Configuration {{number}}", { number: row.number })}</span>
        <Chip tone={row.state === "refused" ? "held" : "plain"}>{t(STATE_WORDS[row.state])}</Chip>
        <span className="min-w-0 flex-1 basis-56 text-soft">
          {row.note} ({settingsWords(row, t)}){row.figures ? `; ${casesWords(row.figures, t)}` : ""}
        </span>
        <Time at={row.at} className="text-faint text-xs" />
        {mayReturn ? (
          <Button kind="quiet" disabled={busy} onClick={onReturn}>
            {t("Go back to {{number}}", { number: row.number })}
          </Button>
        ) : null}
      </div>
      {row.state === "refused" && row.missed.length > 0 ? <Missed cases={row.missed} /> : null}
    </li>
  );
}

/** Why it was refused. */
function Missed({ cases }: { cases: ConfigLine["missed"] }) {
  const t = useT();
  return (
    <details className="mt-1 text-soft">
      <summary className="cursor-pointer">{t("Corrected tickets that it got wrong")}</summary>
      <ul>
        {cases.map(({ ticket, question }) => (
          <li key={`${ticket} ${question}`} className="truncate" dir="auto">
            {ticket === null ? "" : `#${ticket} `}
            {question}
          </li>
        ))}
      </ul>
    </details>
  );
}

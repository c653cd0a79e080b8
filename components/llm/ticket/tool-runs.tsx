"use client";

import { useT } from "@/components/i18n/context";
import type { ToolRunView } from "@/lib/tool/model";
import { OutcomeWord } from "../outcome-word";
import { GivenValues } from "./given-values";

/** What was looked up for this ticket, and what came of it. */
export function ToolRuns({ runs }: { runs: readonly ToolRunView[] }) {
  const t = useT();
  const looked = runs.filter(({ proposalId }) => proposalId === null);
  if (looked.length === 0) return null;
  return (
    <section aria-label={t("Looked up")}>
      <h3 className="font-medium text-ink">{t("Looked up")}</h3>
      <ul>
        {looked.map((run) => (
          <li key={run.id}>
            <details>
              <summary className="cursor-pointer">
                <OutcomeWord outcome={run.outcome} />{" "}
                <span className="font-mono text-xs">{run.toolName}</span>{" "}
                <span className="text-faint tabular-nums">
                  {t("{{ms}} ms", { ms: run.latencyMs })}
                </span>
              </summary>
              <GivenValues values={run.given} />
              <p className="whitespace-pre-wrap font-mono text-2xs wrap-anywhere">{run.result}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { Time } from "@/components/time/time";
import type { ToolRunView } from "@/lib/tool/model";
import { OutcomeWord } from "../outcome-word";

/** The newest calls of tools, with what they were given and what they said. */
export function Runs({ runs }: { runs: readonly ToolRunView[] }) {
  const t = useT();
  return (
    <Panel title={t("Recent runs")}>
      {runs.length === 0 ? (
        <p className="text-soft">{t("No tool was asked yet.")}</p>
      ) : (
        <ul aria-label={t("Recent runs")}>
          {runs.map((run) => (
            <Line key={run.id} run={run} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Line({ run }: { run: ToolRunView }) {
  const t = useT();
  const { toolName, ticketNumber, outcome, status, result, given, latencyMs, createdAt } = run;
  const values = JSON.stringify(given);
  return (
    <li className="border-t py-1.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <OutcomeWord outcome={outcome} />
        <span className="font-mono text-xs">{toolName}</span>
        {ticketNumber === null ? (
          <span className="text-faint">{t("tried here")}</span>
        ) : (
          <Link
            href={`/queue/all/${ticketNumber}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            #{ticketNumber}
          </Link>
        )}
        <span className="min-w-0 flex-1 truncate font-mono text-2xs text-faint">
          {values === "{}" ? "" : values}
        </span>
        <span className="text-soft tabular-nums">
          {status === null ? "" : `${status} · `}
          {t("{{ms}} ms", { ms: latencyMs })}
        </span>
        <Time at={createdAt} className="text-faint" />
      </div>
      {result ? (
        <details className="text-soft">
          <summary className="cursor-pointer text-2xs">{t("What it said")}</summary>
          <p className="whitespace-pre-wrap font-mono text-2xs wrap-anywhere">{result}</p>
        </details>
      ) : null}
    </li>
  );
}

"use client";

import type { ReactNode } from "react";
import { useT } from "@/components/i18n/context";
import { useFormat } from "@/components/i18n/use-format";
import { Panel } from "@/components/settings/panel";
import type { LlmSettings } from "@/lib/admin/model";
import type { ProviderView } from "@/lib/llm/model";
import { amountWords } from "../amount";

type Props = { settings: LlmSettings; active: ProviderView | null };

/** What models have cost: today against the budget, and the days before. */
export function Today({ settings: { day, week }, active }: Props) {
  const t = useT();
  const f = useFormat();
  const budget = active?.limits.dayMicros ?? null;
  return (
    <Panel title={t("Today")} says={t("UTC, in the currency of the prices.")}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
        <Figure name={t("Spent")}>
          {amountWords(day.micros, f)}
          {budget === null ? null : (
            <span className="font-normal text-soft">
              {" "}
              {t("of {{budget}}", { budget: amountWords(budget, f) })}
            </span>
          )}
        </Figure>
        <Figure name={t("Tokens")}>{f.number(day.tokens)}</Figure>
        <Figure name={t("Calls")}>{f.number(day.calls)}</Figure>
        <Figure name={t("Faults")}>{f.number(day.faults)}</Figure>
      </dl>
      {budget ? <Bar share={day.micros / budget} /> : null}
      <Days week={week} />
    </Panel>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-2xs text-faint">{name}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </div>
  );
}

/** The same as the number beside it, as a length. */
function Bar({ share }: { share: number }) {
  const filled = Math.min(1, Math.max(0, share));
  return (
    <div aria-hidden className="mt-2 h-1 overflow-hidden rounded-full bg-line">
      <div
        className={filled >= 1 ? "h-full bg-held" : "h-full bg-accent"}
        style={{ width: `${filled * 100}%` }}
      />
    </div>
  );
}

function Days({ week }: Pick<LlmSettings, "week">) {
  const t = useT();
  const f = useFormat();
  if (week.every(({ calls }) => calls === 0)) return null;
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-soft">{t("The last seven days")}</summary>
      <div className="mt-1.5 overflow-x-auto">
        <table className="w-full text-right tabular-nums">
          <thead className="text-2xs text-faint">
            <tr>
              <th scope="col" className="py-1 text-left font-medium">
                {t("Day")}
              </th>
              {[t("Spent"), t("Tokens"), t("Calls"), t("Faults")].map((name) => (
                <th key={name} scope="col" className="py-1 pl-3 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {week.map(({ day, micros, tokens, calls, faults }) => (
              <tr key={day} className="border-t">
                <th scope="row" className="py-1 text-left font-normal">
                  {f.date(new Date(`${day}T00:00:00Z`), {
                    weekday: "short",
                    day: "numeric",
                    month: "short",
                    timeZone: "UTC",
                  })}
                </th>
                <td className="py-1 pl-3">{amountWords(micros, f)}</td>
                <td className="py-1 pl-3">{f.number(tokens)}</td>
                <td className="py-1 pl-3">{f.number(calls)}</td>
                <td className="py-1 pl-3">{f.number(faults)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

"use client";

import { useT } from "@/components/i18n/context";
import { useFormat } from "@/components/i18n/use-format";
import { Panel } from "@/components/settings/panel";
import type { LlmSettings } from "@/lib/admin/model";

/** Outcomes from which on a model's drafts may be surer than the first band: they then go out. */
const ENOUGH = 20;

/** What the desk said of drafts, and how many of them were right, for each model and prompt. */
export function Calibration({ rows }: { rows: LlmSettings["calibration"] }) {
  const t = useT();
  const f = useFormat();
  const percent = (share: number) => f.number(share, { style: "percent" });
  return (
    <Panel
      title={t("How right it was")}
      says={t(
        "Of drafts whose end is known. A new model or prompt begins carefully: with fewer than {{enough}} outcomes its drafts wait for people.",
        { enough: ENOUGH },
      )}
    >
      {rows.length === 0 ? (
        <p className="text-soft">{t("No draft of a model has ended yet.")}</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-right tabular-nums">
            <thead className="text-2xs text-faint">
              <tr>
                <th scope="col" className="py-1 text-left font-medium">
                  {t("Model and prompt")}
                </th>
                {[t("Drafts"), t("Said to be right"), t("Were right")].map((name) => (
                  <th key={name} scope="col" className="py-1 pl-3 font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ model, promptVersion, drafts, said, right }) => (
                <tr key={`${model} ${promptVersion}`} className="border-t">
                  <th scope="row" className="py-1 text-left font-normal wrap-anywhere">
                    {model} <span className="text-faint">· {promptVersion}</span>
                  </th>
                  <td className="py-1 pl-3">{f.number(drafts)}</td>
                  <td className="py-1 pl-3">{percent(said)}</td>
                  <td className="py-1 pl-3">{percent(right)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

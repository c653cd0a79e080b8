"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { ConfigLine, VersionsView } from "@/lib/insights/model";
import { usePromoteShadow, useStopShadow } from "./queries";
import { ShadowForm } from "./shadow-form";
import { COMPARED, settingsWords, trialWords } from "./version-words";

type Props = { view: VersionsView; mayChange: boolean };

/** What is tried beside the one that answers, and how the two compare. */
export function Shadow({ view, mayChange }: Props) {
  const t = useT();
  const [trying, setTrying] = useState(false);
  const current = view.configs.find(({ state }) => state === "current");
  const shadow = view.configs.find(({ state }) => state === "shadow");
  return (
    <>
      <p aria-live="polite" className="mb-2 text-held empty:mb-0">
        {trialWords(view, t)}
      </p>
      {current && shadow ? (
        <Trial view={view} current={current} shadow={shadow} mayChange={mayChange} />
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 flex-1 basis-64 text-soft">
            {t("Nothing is tried at the moment.")}
          </p>
          {mayChange ? (
            <Button onClick={() => setTrying(true)}>{t("Try in the shadow")}</Button>
          ) : null}
        </div>
      )}
      <ShadowForm open={trying} onClose={() => setTrying(false)} />
    </>
  );
}

type TrialProps = Props & { current: ConfigLine; shadow: ConfigLine };

function Trial({ view, current, shadow, mayChange }: TrialProps) {
  const t = useT();
  const [asking, setAsking] = useState<"stop" | "promote" | null>(null);
  const stop = useStopShadow();
  const promote = usePromoteShadow();
  const busy = stop.isPending || promote.isPending || view.promoting;
  const error = promote.error ?? stop.error;
  return (
    <>
      <p>
        {rich(t, "<b>Configuration {{number}}</b> is tried: {{note}}", {
          b: (inner) => <b className="font-semibold">{inner}</b>,
          number: shadow.number,
          note: shadow.note,
        })}{" "}
        <span className="text-soft">
          ({settingsWords(shadow, t)}
          {shadow.by ? `, ${t("begun by {{name}}", { name: shadow.by })}` : ""})
        </span>
      </p>
      <Comparison view={view} current={current} shadow={shadow} />
      {mayChange ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button kind="primary" busy={busy} onClick={() => setAsking("promote")}>
            {t("Promote {{number}}", { number: shadow.number })}
          </Button>
          <Button disabled={busy} onClick={() => setAsking("stop")}>
            {t("Stop")}
          </Button>
        </div>
      ) : null}
      {error ? (
        <p role="alert" className="mt-2 text-held">
          {messageOf(error, t)}
        </p>
      ) : null}
      <AlertDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={
          asking === "stop"
            ? t("Stop trying {{number}}?", { number: shadow.number })
            : t("Let configuration {{number}} answer?", { number: shadow.number })
        }
        description={
          asking === "stop"
            ? t("It learns and predicts no more. What was compared stays.")
            : t(
                "A worker compares both on the corrected tickets first. If this one solves fewer, it is refused and nothing changes. You can go back to the old one at any time.",
              )
        }
        confirm={asking === "stop" ? t("Stop") : t("Promote")}
        danger={asking === "stop"}
        onConfirm={() => (asking === "stop" ? stop : promote).mutate({ number: shadow.number })}
      />
    </>
  );
}

function Comparison({ view, current, shadow }: Omit<TrialProps, "mayChange">) {
  const t = useT();
  const { comparison } = view;
  if (!comparison || comparison.drafts === 0) {
    return (
      <p className="mt-2 text-soft">
        {t("No draft has been compared yet: each new one is, once the shadow has read the ledger.")}
      </p>
    );
  }
  const solved = ({ figures }: ConfigLine) =>
    figures ? t("{{n}} of {{total}}", { n: figures.solved, total: figures.cases }) : "–";
  return (
    <div className="mt-2 overflow-x-auto">
      <table className="w-full min-w-80 text-left">
        <caption className="pb-1 text-left text-soft">
          {t("{{count}} drafts compared, {{known}} with a known end", {
            count: comparison.drafts,
            known: comparison.known,
          })}
        </caption>
        <thead>
          <tr className="border-b">
            <th scope="col" className="py-1 font-medium">
              {t("Figure")}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t("Answers now ({{number}})", { number: current.number })}
            </th>
            <th scope="col" className="py-1 font-medium">
              {t("Shadow ({{number}})", { number: shadow.number })}
            </th>
          </tr>
        </thead>
        <tbody className="tabular-nums">
          {COMPARED.map(({ name, of }) => (
            <tr key={name} className="border-b">
              <th scope="row" className="py-1 pr-3 font-normal">
                {t(name)}
              </th>
              <td className="py-1">{of(comparison.current, t)}</td>
              <td className="py-1">{of(comparison.shadow, t)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-1 pr-3 font-normal">
              {t("Corrected tickets solved, when last counted")}
            </th>
            <td className="py-1">{solved(current)}</td>
            <td className="py-1">{solved(shadow)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

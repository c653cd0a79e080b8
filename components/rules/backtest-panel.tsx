"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { RulesResult } from "@/lib/backtest/model";
import type { RuleDraft } from "@/lib/rule/model";
import { BacktestResult } from "./backtest-result";
import { useBacktest, useCancelBacktest, useStartBacktest } from "./queries";

const SIZES = [1000, 10_000, 100_000];

/** What the rules as they are written would have done to past tickets. */
export function BacktestPanel({ rules, ready }: { rules: RuleDraft[]; ready: boolean }) {
  const t = useT();
  const [last, setLast] = useState("10000");
  const [id, setId] = useBacktestId();
  const start = useStartBacktest();
  const run = () =>
    start.mutate({ rules, last: Number(last) }, { onSuccess: (begun) => setId(begun.id) });
  return (
    <section aria-label={t("Back-test")} className="flex flex-col gap-3">
      <p className="text-soft">
        {t(
          "Runs these rules, and those in force, on what was known of past tickets when they were routed. It changes nothing.",
        )}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t("On the newest")}
          value={last}
          options={SIZES.map((size) => ({
            value: String(size),
            label: t("{{n}} decisions", { n: formatOf(t).number(size) }),
          }))}
          onValueChange={setLast}
        />
        <Button kind="primary" disabled={!ready} busy={start.isPending} onClick={run}>
          {t("Run back-test")}
        </Button>
      </div>
      {ready ? null : <p className="text-held">{t("First fix what is wrong in the rules.")}</p>}
      {start.error ? (
        <p role="alert" className="text-held">
          {messageOf(start.error, t)}
        </p>
      ) : null}
      {id ? <Running id={id} /> : null}
    </section>
  );
}

/** In the address, so that a reload shows the same one. */
function useBacktestId(): [string | null, (id: string) => void] {
  const search = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  return [
    search.get("backtest"),
    (id) => {
      const next = new URLSearchParams(search);
      next.set("backtest", id);
      router.replace(`${path}?${next}`, { scroll: false });
    },
  ];
}

function Running({ id }: { id: string }) {
  const t = useT();
  const { data, error } = useBacktest(id);
  const cancel = useCancelBacktest();
  if (error && !data) {
    return (
      <p role="alert" className="text-held">
        {messageOf(error, t)}
      </p>
    );
  }
  if (!data) return null;
  const { state, done, total, problem } = data;
  if (state === "queued" || state === "running") {
    const { number } = formatOf(t);
    const words =
      total === null
        ? t("Waiting for a worker…")
        : t("{{n}} of {{total}}", { n: number(done), total: number(total) });
    return (
      <div>
        <div className="flex items-center justify-between gap-2">
          <p role="status">{words}</p>
          <Button busy={cancel.isPending} onClick={() => cancel.mutate(id)}>
            {t("Cancel")}
          </Button>
        </div>
        <progress
          aria-label={t("Progress of the back-test")}
          className="mt-1.5 h-2 w-full accent-accent"
          max={total ?? 1}
          value={total === null ? 0 : done}
        />
      </div>
    );
  }
  if (state === "cancelled") return <p role="status">{t("Cancelled. Nothing was changed.")}</p>;
  const result = RulesResult.safeParse(data.result);
  if (state === "failed" || !result.success) {
    return (
      <p role="alert" className="text-held">
        {problem === null
          ? t("It failed: its result is of another version. Nothing was changed.")
          : t("It failed: {{problem}} Nothing was changed.", { problem: t.stored(problem) })}
      </p>
    );
  }
  return <BacktestResult result={result.data} />;
}

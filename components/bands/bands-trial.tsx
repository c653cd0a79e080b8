"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { BandsResult, type BandsTrial as Trial } from "@/lib/backtest/model";
import { BandsOutcome } from "./bands-outcome";
import { useBandsTrial, useCancelTrial, useStartBandsTrial } from "./queries";

const LASTS = ["1000", "10000", "100000"] as const;

type Props = {
  /** Names it, where a page has several of them. */
  label: string;
  /** Null while what is typed does not fit. */
  setup: Pick<Trial, "bands" | "overrides"> | null;
};

/** Tries bands on past drafts before they are saved. */
export function BandsTrial({ label, setup }: Props) {
  const t = useT();
  const [last, setLast] = useState<string>("10000");
  const [tried, setTried] = useState<{ id: string; setup: string } | null>(null);
  const start = useStartBandsTrial();
  const cancel = useCancelTrial();
  const { data, error } = useBandsTrial(tried?.id ?? null);
  const running = data?.state === "queued" || data?.state === "running";
  const result = data?.state === "done" ? BandsResult.safeParse(data.result).data : undefined;
  const stale = tried !== null && tried.setup !== JSON.stringify(setup);

  function run() {
    if (!setup) return;
    start.mutate(
      { ...setup, last: Number(last) },
      { onSuccess: ({ id }) => setTried({ id, setup: JSON.stringify(setup) }) },
    );
  }

  return (
    <section aria-label={label} className="mt-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={run} disabled={!setup || running} busy={start.isPending}>
          {t("Try on past drafts")}
        </Button>
        <Select
          label={t("How many drafts")}
          value={last}
          onValueChange={setLast}
          options={LASTS.map((value) => ({
            value,
            label: t("the last {{n}}", { n: formatOf(t).number(Number(value)) }),
          }))}
        />
        {running && tried ? (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate(tried.id)}>
            {t("Cancel")}
          </Button>
        ) : null}
      </div>
      <p role="status" className="mt-2 text-soft empty:hidden">
        {statusWords(data, stale, t)}
      </p>
      <p role="alert" className="text-held empty:hidden">
        {start.error ? messageOf(start.error, t) : error ? messageOf(error, t) : null}
      </p>
      {result && tried ? <BandsOutcome result={result} bands={bandsIn(tried.setup)} /> : null}
    </section>
  );
}

type Shown = { state: string; done: number; total: number | null; problem: string | null };

function statusWords(data: Shown | undefined, stale: boolean, t: T): string | null {
  if (!data) return null;
  if (data.state === "queued") return t("Waiting for a worker…");
  if (data.state === "running") {
    const { done, total } = data;
    return t("Looked at {{done}} of {{total}} drafts…", { done, total: total ?? "…" });
  }
  if (data.state === "cancelled") return t("Cancelled. Nothing was changed.");
  if (data.state === "failed") {
    return data.problem === null ? t("It failed. Nothing was changed.") : t.stored(data.problem);
  }
  return stale ? t("This is what other numbers would have done: try again for those above.") : null;
}

/** The bands that were tried, as they were sent. */
const bandsIn = (setup: string): Trial["bands"] => (JSON.parse(setup) as Trial).bands; // our own text

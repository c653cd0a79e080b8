"use client";

import { type ReactNode, useState } from "react";
import { useT } from "@/components/i18n/context";
import { saidRule } from "@/components/rules/said-rule";
import type { RoutingRecord } from "@/lib/review/model";
import { useRoutings } from "./queries";
import { routingEvidence } from "./routing-words";

type Props = {
  ticketId: string;
  routingId: string;
  /** Shown when the decision is not to be had. */
  otherwise: ReactNode;
};

/** Why routing decided as it did: the evidence for each part, and every rule with its reason. */
export function RoutingDetails({ ticketId, routingId, otherwise }: Props) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const records = useRoutings(ticketId, open);
  const record = records.data?.routings.find(({ id }) => id === routingId);
  return (
    <details className="mt-0.5" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-6 items-center rounded-sm underline decoration-dotted underline-offset-2 hover:text-ink">
        {t("Why: evidence and every rule")}
      </summary>
      {record ? <Decision record={record} /> : null}
      {records.isPending && open ? <p role="status">{t("Loading…")}</p> : null}
      {records.isError || (records.isSuccess && !record) ? otherwise : null}
    </details>
  );
}

function Decision({ record }: { record: RoutingRecord }) {
  const t = useT();
  return (
    <div className="mt-1 mb-1.5 max-w-[72ch] rounded-lg border bg-panel px-3 py-2 text-soft">
      <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1 max-sm:grid-cols-[minmax(0,1fr)] max-sm:gap-y-0">
        {routingEvidence(record, t).map(({ name, lines }) => (
          <div key={name} className="contents">
            <dt className="text-faint">{name}</dt>
            <dd className="wrap-anywhere max-sm:mb-1">{lines.join(" · ")}</dd>
          </div>
        ))}
      </dl>
      {record.outcome.rules.length > 0 ? <Rules rules={record.outcome.rules} /> : null}
    </div>
  );
}

function Rules({ rules }: { rules: RoutingRecord["outcome"]["rules"] }) {
  const t = useT();
  return (
    <>
      <p className="mt-2 border-t pt-1.5 text-faint">{t("Rules, in their order")}</p>
      <ol className="mt-0.5 flex flex-col gap-0.5">
        {rules.map((rule) => (
          <li key={rule.name} className="wrap-anywhere">
            <span className={rule.matched ? "font-medium text-ink" : undefined}>
              {rule.matched ? "✓" : "–"} {rule.name}
            </span>
            <span className="sr-only"> {rule.matched ? t("matched") : t("did not match")}</span>:{" "}
            {saidRule(rule.why, t)}
          </li>
        ))}
      </ol>
    </>
  );
}

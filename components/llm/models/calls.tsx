"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { useFormat } from "@/components/i18n/use-format";
import { Panel } from "@/components/settings/panel";
import { Time } from "@/components/time/time";
import type { LlmSettings } from "@/lib/admin/model";
import { amountWords } from "../amount";
import { purposeWords } from "../purpose-words";

type Call = LlmSettings["calls"][number];

/** The newest requests: what for, what came of it, what it cost. Never their texts. */
export function Calls({ calls }: { calls: readonly Call[] }) {
  const t = useT();
  return (
    <Panel title={t("Recent calls")} says={t("Without their texts, which are kept nowhere.")}>
      {calls.length === 0 ? (
        <p className="text-soft">{t("Nothing was asked yet.")}</p>
      ) : (
        <ul aria-label={t("Recent calls")}>
          {calls.map((call) => (
            <Line key={call.id} call={call} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Line({ call }: { call: Call }) {
  const t = useT();
  const f = useFormat();
  const { purpose, model, ticket, fault, words, tries, tokens, micros, latencyMs, at } = call;
  return (
    <li className="border-t py-1.5 first:border-t-0">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={fault ? "text-held" : ""}>
          {fault ? "■" : "●"} {purposeWords(purpose, t)}
        </span>
        {ticket ? (
          <Link
            href={`/queue/all/${ticket.id}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            #{ticket.number}
          </Link>
        ) : null}
        <span className="min-w-0 text-faint wrap-anywhere">{model}</span>
        <span className="flex-1" />
        <span className="text-soft tabular-nums">
          {t("{{n}} tokens", { n: f.number(tokens), count: tokens })} · {amountWords(micros, f)} ·{" "}
          {f.number(latencyMs / 1000, { maximumFractionDigits: 1 })} s
        </span>
        <Time at={at} className="text-faint" />
      </p>
      {fault ? (
        <p className="text-soft">
          {t.stored(words ?? "")}
          {tries > 1 ? ` ${t("{{count}} tries.", { count: tries })}` : ""}
        </p>
      ) : null}
    </li>
  );
}

"use client";

import { AlertTriangle, Clock, Pause } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { useClock } from "@/components/time/now";
import { exact } from "@/components/time/words";
import { Chip } from "@/components/ui/chip";
import type { ClockTarget } from "@/lib/sla/model";
import { TARGET_WORDS } from "@/lib/sla/terms";
import { dueWords, type SlaState, stateOf } from "./sla-words";

type Props = {
  /** ISO; null while nothing is due. */
  dueAt: string | null;
  target: ClockTarget | null;
  /** We wait for the customer. */
  paused: boolean;
  /** ISO; the desk has told that it was missed. */
  breachedAt: string | null;
  /** Without what is due, where there is little room; the title says it. */
  short?: boolean;
};

const ICON = { plain: null, near: Clock, late: AlertTriangle, paused: Pause } as const;

const TONE = { plain: "plain", near: "near", late: "held", paused: "plain" } as const;

/** What is due next on a ticket, counting down: words and a sign, not only colour. */
export function SlaChip({ dueAt, target, paused, breachedAt, short = false }: Props) {
  const t = useT();
  const { now, local } = useClock();
  if (paused || !dueAt) return paused ? <Sign state="paused" words={t("paused")} /> : null;
  const due = new Date(dueAt);
  const name = target ? t(TARGET_WORDS[target]) : t("Due");
  // A browser whose clock runs behind still shows what the desk has told as late.
  const state = breachedAt ? "late" : stateOf(due, now);
  const words = breachedAt && due > now ? t("late") : dueWords(short ? null : target, due, now, t);
  const title = `${name}: ${exact(due, local ? undefined : "UTC", t)}`;
  return <Sign state={state} words={words} title={title} />;
}

function Sign({ state, words, title }: { state: SlaState; words: string; title?: string }) {
  const t = useT();
  const Icon = ICON[state];
  return (
    <Chip tone={TONE[state]} className="gap-1" title={title ?? t("Paused while we wait")}>
      {Icon ? <Icon size={11} className="shrink-0" aria-hidden /> : null}
      <span className="truncate">{words}</span>
    </Chip>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { useKey } from "@/components/desk/keys";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { RuleTargets } from "@/lib/backtest/model";
import { DEFAULT_ROUTE, type RuleDraft, type RulesView } from "@/lib/rule/model";
import { ConflictNotice } from "./conflict-notice";
import { LeaveGuard } from "./leave-guard";
import { useCheck, useRules, useTargets } from "./queries";
import { RuleList } from "./rule-list";
import { RulesBar } from "./rules-bar";
import { SidePane } from "./side-pane";
import { type Draft, fits, useDraft } from "./use-draft";

/** Routing rules: the list, the rule that is open, and what they would do. */
export function RulesScreen() {
  const t = useT();
  const rules = useRules();
  const targets = useTargets();
  if (rules.data && targets.data) return <Rules view={rules.data} targets={targets.data} />;
  const error = rules.error ?? targets.error;
  if (!error) return <Skeleton className="m-4 h-60" />;
  return (
    <ErrorState
      title={t("The rules could not be loaded")}
      message={`${messageOf(error, t)} ${t("Tickets are routed by them meanwhile.")}`}
      onRetry={() => void Promise.all([rules.refetch(), targets.refetch()])}
    />
  );
}

/** From here on the open rule stands beside the list. */
const BESIDE = "(min-width: 80rem)";

/** How long nobody types before the desk looks at what was typed. */
const PAUSE_MS = 300;

function usePause<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Rules({ view, targets }: { view: RulesView; targets: RuleTargets }) {
  const t = useT();
  const draft = useDraft(view);
  const { rules } = draft;
  const check = useCheck(usePause(rules).filter(fits)).data;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  useKey("escape", () => setSelectedId(null), selectedId !== null);
  const ready = rules.every(fits);
  const pane = useRef<HTMLDivElement>(null);
  const select = (id: string) => {
    setSelectedId(id);
    document.getElementById(`rule-${id}`)?.scrollIntoView({ block: "nearest" });
    // Below the list, not beside it: whoever opens a rule wants to see it.
    if (!window.matchMedia(BESIDE).matches) pane.current?.scrollIntoView({ block: "start" });
  };
  return (
    <div className="flex h-full flex-col roomy:min-h-0 max-roomy:overflow-y-auto">
      <LeaveGuard active={draft.dirty} />
      <RulesBar
        draft={draft}
        version={view.version}
        changes={check?.changes ?? []}
        ready={ready}
        onNew={() => {
          const rule = freshRule(t("New rule"));
          draft.change([...rules, rule]);
          select(rule.id);
        }}
      />
      <div className="grid min-h-0 flex-1 max-xl:auto-rows-max max-xl:overflow-y-auto xl:grid-cols-[minmax(0,1fr)_minmax(0,34rem)]">
        <div className="flex min-h-0 flex-col gap-3 p-4 xl:overflow-y-auto">
          {draft.stale ? <ConflictNotice draft={draft} mine={check?.changes ?? []} /> : null}
          <AsideNotice draft={draft} />
          <RuleList
            rules={rules}
            selectedId={selectedId}
            check={check}
            fallback={targets.fallback ?? DEFAULT_ROUTE.team}
            onSelect={select}
            onChange={draft.change}
          />
        </div>
        <div ref={pane} className="grid min-h-0">
          <SidePane
            draft={draft}
            targets={targets}
            selectedId={selectedId}
            lints={check?.lints ?? []}
            ready={ready}
            onSelect={setSelectedId}
          />
        </div>
      </div>
    </div>
  );
}

function AsideNotice({ draft }: { draft: Draft }) {
  const t = useT();
  if (!draft.aside) return null;
  return (
    <p className="rounded-[10px] border bg-panel p-3">
      {t("What you had written is put aside.")}{" "}
      <button
        type="button"
        onClick={draft.bringBack}
        className="text-accent underline underline-offset-2"
      >
        {t("Bring it back")}
      </button>
    </p>
  );
}

const freshRule = (name: string): RuleDraft => ({
  id: crypto.randomUUID(),
  name,
  enabled: true,
  conditions: [],
  actions: { tags: [], priorityEvenIfLower: false },
  onMatch: "stop",
});

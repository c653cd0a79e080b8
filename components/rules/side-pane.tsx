"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { useT } from "@/components/i18n/context";
import { EmptyState } from "@/components/ui/empty-state";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import type { RuleTargets } from "@/lib/backtest/model";
import type { Lint, RuleDraft } from "@/lib/rule/model";
import { BacktestPanel } from "./backtest-panel";
import { RuleEditor } from "./rule-editor";
import { TryPanel } from "./try-panel";
import type { Draft } from "./use-draft";

type Props = {
  draft: Draft;
  targets: RuleTargets;
  selectedId: string | null;
  lints: readonly Lint[];
  ready: boolean;
  onSelect: (ruleId: string | null) => void;
};

const copyOf = (rule: RuleDraft, name: string): RuleDraft => ({
  ...rule,
  id: crypto.randomUUID(),
  name,
});

/** The rule that is open, and what all of them would do. */
export function SidePane({ draft, targets, selectedId, lints, ready, onSelect }: Props) {
  const t = useT();
  const [tab, setTab] = useState(useSearchParams().has("backtest") ? "backtest" : "rule");
  // Whoever opens a rule wants to see it.
  useEffect(() => {
    if (selectedId) setTab("rule");
  }, [selectedId]);
  const { rules } = draft;
  const rule = rules.find(({ id }) => id === selectedId);
  const put = (next: RuleDraft) =>
    draft.change(rules.map((one) => (one.id === next.id ? next : one)));
  const copy = (one: RuleDraft) => {
    const twin = copyOf(one, t("{{name}} (copy)", { name: one.name }));
    draft.change(rules.toSpliced(rules.indexOf(one) + 1, 0, twin));
    onSelect(twin.id);
  };
  return (
    <aside
      aria-label={t("Rule, try it, back-test")}
      className="min-h-0 border-t bg-panel p-4 xl:overflow-y-auto xl:border-t-0 xl:border-l"
    >
      <Tabs value={tab} onValueChange={setTab}>
        <TabsList aria-label={t("What to do")} className="mb-3">
          <TabsTrigger value="rule">{t("Rule")}</TabsTrigger>
          <TabsTrigger value="try">{t("Try it")}</TabsTrigger>
          <TabsTrigger value="backtest">{t("Back-test")}</TabsTrigger>
        </TabsList>
        <TabsContent value="rule">
          {rule ? (
            <RuleEditor
              key={rule.id}
              rule={rule}
              targets={targets}
              lints={lints.filter(({ ruleId }) => ruleId === rule.id)}
              onChange={put}
              onCopy={() => copy(rule)}
              onRemove={() => {
                draft.change(rules.filter(({ id }) => id !== rule.id));
                onSelect(null);
              }}
            />
          ) : (
            <EmptyState title={t("No rule is open")}>
              {t(
                "Choose one in the list, or write a new one. Nothing is in force before you save.",
              )}
            </EmptyState>
          )}
        </TabsContent>
        <TabsContent value="try">
          <TryPanel rules={rules} />
        </TabsContent>
        <TabsContent value="backtest">
          <BacktestPanel rules={rules} ready={ready} />
        </TabsContent>
      </Tabs>
    </aside>
  );
}

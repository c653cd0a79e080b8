"use client";

import { type DragEvent, useRef, useState } from "react";
import { useRowKeys } from "@/components/desk/row-keys";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import type { RulesCheck } from "@/lib/backtest/model";
import { DEFAULT_ROUTE, type RuleDraft } from "@/lib/rule/model";
import { moved } from "./reorder";
import { RuleCard } from "./rule-card";
import { fits } from "./use-draft";

type Props = {
  rules: RuleDraft[];
  selectedId: string | null;
  check: RulesCheck | undefined;
  fallback: string;
  onSelect: (ruleId: string) => void;
  onChange: (rules: RuleDraft[]) => void;
};

const CHANGE_WORDS = says({
  added: "new, not saved",
  changed: "edited, not saved",
  moved: "moved, not saved",
  removed: "deleted, not saved",
});

/** All rules in their order, to be put into another one by mouse or by keys. */
export function RuleList({ rules, selectedId, check, fallback, onSelect, onChange }: Props) {
  const t = useT();
  const { said, move } = useMoves(rules, onChange);
  const keys = useRowKeys(rules.length > 0);
  const { over, placeAt, handleAt } = useDrag(move);
  const nameOf = (id: string) => `“${rules.find((rule) => rule.id === id)?.name ?? ""}”`;
  const changeOf = (id: string) => {
    const change = check?.changes.find((one) => one.id === id);
    return change ? t(CHANGE_WORDS[change.kind]) : null;
  };
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
      <ol aria-label={t("Routing rules")} className="flex flex-col gap-2.5" {...keys}>
        {rules.map((rule, index) => (
          <li
            key={rule.id}
            id={`rule-${rule.id}`}
            className={over === index ? "rounded-[10px] outline-2 outline-accent" : undefined}
            {...placeAt(index)}
          >
            <RuleCard
              rule={rule}
              place={index + 1}
              count={rules.length}
              selected={rule.id === selectedId}
              change={changeOf(rule.id)}
              summary={check?.summaries[rule.id]}
              broken={!fits(rule)}
              lints={check?.lints.filter(({ ruleId }) => ruleId === rule.id) ?? []}
              nameOf={nameOf}
              onSelect={onSelect}
              onMove={(to) => move(index, to)}
              onEnable={(enabled) => onChange(rules.with(index, { ...rule, enabled }))}
              drag={handleAt(index)}
            />
          </li>
        ))}
        <li className="rounded-[10px] border bg-panel px-3 py-2.5">
          <b className="font-semibold">{t("Everything else")}</b>
          <p className="text-soft">
            {t("Team {{team}}, at least {{priority}}, tag {{tags}}", {
              team: fallback,
              priority: t.stored(DEFAULT_ROUTE.priority),
              tags: DEFAULT_ROUTE.tags.join(", "),
            })}
          </p>
        </li>
      </ol>
    </>
  );
}

/** Moves a rule, and says so to those who can't see it. */
function useMoves(rules: RuleDraft[], onChange: Props["onChange"]) {
  const t = useT();
  const [said, setSaid] = useState("");
  const move = (from: number, to: number) => {
    const next = moved(rules, from, to);
    const rule = rules[from];
    if (!rule) return;
    const place = next.indexOf(rule);
    if (place === from) return;
    onChange(next);
    const words = { name: rule.name, place: place + 1, total: rules.length };
    setSaid(t("{{name}} moved to place {{place}} of {{total}}.", words));
  };
  return { said, move };
}

/** Moving by mouse: `over` is the place that the dragged rule would take. */
function useDrag(move: (from: number, to: number) => void) {
  const dragged = useRef<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const drop = (to: number) => {
    if (dragged.current !== null) move(dragged.current, to);
    dragged.current = null;
    setOver(null);
  };
  return {
    over,
    placeAt: (index: number) => ({
      onDragOver(event: DragEvent) {
        if (dragged.current === null) return;
        event.preventDefault();
        setOver(index);
      },
      onDrop(event: DragEvent) {
        event.preventDefault();
        drop(index);
      },
    }),
    handleAt: (index: number) => ({
      onDragStart() {
        dragged.current = index;
      },
      onDragEnd: () => setOver(null),
    }),
  };
}

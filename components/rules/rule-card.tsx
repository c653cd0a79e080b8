"use client";

import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { cn } from "@/components/ui/cn";
import { Switch } from "@/components/ui/switch";
import type { Lint, RuleDraft } from "@/lib/rule/model";
import { saidRule } from "./said-rule";

type Props = {
  rule: RuleDraft;
  place: number;
  count: number;
  selected: boolean;
  /** "new, not saved"; null: as in force. */
  change: string | null;
  summary: string | undefined;
  /** It can't be saved as it is. */
  broken: boolean;
  lints: readonly Lint[];
  nameOf: (ruleId: string) => string;
  onSelect: (ruleId: string) => void;
  onMove: (to: number) => void;
  onEnable: (enabled: boolean) => void;
  drag: { onDragStart: () => void; onDragEnd: () => void };
};

/** One rule in the list: what it does in a sentence, and what is odd about it. */
export function RuleCard(props: Props) {
  const t = useT();
  const { rule, place, count, selected, change, summary, broken, lints, onSelect, onMove } = props;
  const byKeys = (event: KeyboardEvent) => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined) return;
    event.preventDefault();
    onMove(place - 1 + by);
  };
  return (
    <div
      className={cn(
        "grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 rounded-[10px] border bg-panel py-2.5 pr-3 pl-1.5 max-sm:grid-cols-[minmax(0,1fr)] max-sm:pl-3",
        selected && "border-accent ring-3 ring-accent-bg",
      )}
    >
      <span
        aria-hidden
        draggable
        title={t("Drag to another place")}
        className="flex h-7.5 w-6 cursor-grab items-center justify-center text-faint max-sm:hidden"
        {...props.drag}
      >
        <GripVertical size={15} />
      </span>
      <button
        type="button"
        data-row
        aria-pressed={selected}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
        onClick={() => onSelect(rule.id)}
        onKeyDown={byKeys}
        className="min-w-0 rounded-md text-left"
      >
        <span className="flex flex-wrap items-center gap-x-2">
          <b className={cn("font-semibold", !rule.enabled && "text-faint line-through")}>
            {place}. {rule.name || t("No name yet")}
          </b>
          {rule.enabled ? null : <Chip>{t("off")}</Chip>}
          {change ? <Chip className="border-rev text-rev">{change}</Chip> : null}
        </span>
        <span className="mt-0.5 block text-soft">
          {broken
            ? t("Something is missing: open it to see what.")
            : summary
              ? saidRule(summary, t)
              : "…"}
        </span>
      </button>
      <Controls rule={rule} place={place} count={count} onMove={onMove} onEnable={props.onEnable} />
      <Lints lints={lints} nameOf={props.nameOf} onSelect={onSelect} />
    </div>
  );
}

type ControlsProps = Pick<Props, "rule" | "place" | "count" | "onMove" | "onEnable">;

/** One place up or down, and on or off. */
function Controls({ rule, place, count, onMove, onEnable }: ControlsProps) {
  const t = useT();
  return (
    <span className="flex items-center gap-0.5 max-sm:justify-end">
      <Button
        kind="quiet"
        size="icon"
        aria-label={t("Move {{name}} up", { name: rule.name })}
        disabled={place === 1}
        onClick={() => onMove(place - 2)}
      >
        <ArrowUp size={14} aria-hidden />
      </Button>
      <Button
        kind="quiet"
        size="icon"
        aria-label={t("Move {{name}} down", { name: rule.name })}
        disabled={place === count}
        onClick={() => onMove(place)}
      >
        <ArrowDown size={14} aria-hidden />
      </Button>
      <Switch
        aria-label={t("{{name}} is on", { name: rule.name })}
        checked={rule.enabled}
        onCheckedChange={onEnable}
      />
    </span>
  );
}

type LintsProps = Pick<Props, "lints" | "nameOf" | "onSelect">;

function Lints({ lints, nameOf, onSelect }: LintsProps) {
  const t = useT();
  if (lints.length === 0) return null;
  return (
    <ul className="flex flex-col gap-0.5 text-rev sm:col-span-2 sm:col-start-2">
      {lints.map(({ kind, text, otherId }) => (
        <li key={`${kind}-${text}`}>
          {t.stored(text)}{" "}
          {otherId ? (
            <button
              type="button"
              className="underline underline-offset-2"
              onClick={() => onSelect(otherId)}
            >
              {t("Show {{name}}", { name: nameOf(otherId) })}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

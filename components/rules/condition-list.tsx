"use client";

import { Trash2 } from "lucide-react";
import { useId } from "react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { RuleTargets } from "@/lib/backtest/model";
import type { Condition, Leaf } from "@/lib/rule/model";
import { type Group, type GroupKind, groupOf, itemsOf, kindOf, MOST_DEEP } from "./edit-condition";
import { FIELD_LABELS, type FieldName, FRESH, leafProblem } from "./fields";
import { LeafControls } from "./leaf-controls";

type ListProps = {
  items: Condition[];
  targets: RuleTargets;
  /** Groups above these. */
  depth: number;
  onChange: (items: Condition[]) => void;
};

/** Tests and groups of tests, one below the other. */
export function ConditionList({ items, targets, depth, onChange }: ListProps) {
  const t = useT();
  const put = (index: number, next: Condition) => onChange(items.with(index, next));
  const drop = (index: number) => onChange(items.toSpliced(index, 1));
  return (
    <div className="flex flex-col gap-2">
      {items.map((item, index) =>
        "field" in item ? (
          <LeafRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a test has no name of its own
            key={`${index}-${item.field}`}
            leaf={item}
            place={index + 1}
            targets={targets}
            onChange={(next) => put(index, next)}
            onRemove={() => drop(index)}
          />
        ) : (
          <GroupBox
            // biome-ignore lint/suspicious/noArrayIndexKey: a group has no name of its own
            key={`${index}-group`}
            group={item}
            targets={targets}
            depth={depth + 1}
            onChange={(next) => put(index, next)}
            onRemove={() => drop(index)}
          />
        ),
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onChange([...items, FRESH.text()])}>{t("Add condition")}</Button>
        {depth < MOST_DEEP ? (
          <Button onClick={() => onChange([...items, { any: [FRESH.text()] }])}>
            {t("Add group")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

type LeafProps = {
  leaf: Leaf;
  place: number;
  targets: RuleTargets;
  onChange: (leaf: Leaf) => void;
  onRemove: () => void;
};

function LeafRow({ leaf, place, targets, onChange, onRemove }: LeafProps) {
  const t = useT();
  const note = useId();
  const problem = leafProblem(leaf, t);
  return (
    <fieldset className="rounded-md border px-2 py-1.5">
      <legend className="sr-only">{t("Condition {{place}}", { place })}</legend>
      <div className="flex flex-wrap items-center gap-2">
        <Select
          label={t("Field")}
          value={leaf.field}
          options={Object.entries(FIELD_LABELS).map(([value, label]) => ({
            value,
            label: t(label),
          }))}
          quiet
          // The options are the fields themselves.
          onValueChange={(field) => onChange(FRESH[field as FieldName]())}
        />
        <LeafControls
          leaf={leaf}
          targets={targets}
          describedBy={problem ? note : undefined}
          onChange={onChange}
        />
        <RemoveButton label={t("Remove condition {{place}}", { place })} onRemove={onRemove} />
      </div>
      {problem ? (
        <p id={note} className="mt-1 text-held">
          {problem}
        </p>
      ) : null}
    </fieldset>
  );
}

const KIND_WORDS: Record<GroupKind, string> = says({
  all: "All of these hold",
  any: "Any of these holds",
  not: "None of these holds",
});

const KINDS = ["all", "any", "not"] as const;

type GroupProps = {
  group: Group;
  targets: RuleTargets;
  depth: number;
  onChange: (group: Group) => void;
  onRemove: () => void;
};

function GroupBox({ group, targets, depth, onChange, onRemove }: GroupProps) {
  const t = useT();
  const kind = kindOf(group);
  const items = itemsOf(group);
  // "None of these" of several takes a level of its own.
  const inner = kind === "not" ? depth + 1 : depth;
  return (
    <fieldset className="rounded-md border border-l-2 border-l-accent py-2 pr-2 pl-2.5">
      <legend className="sr-only">{t("Group")}</legend>
      <div className="mb-2 flex items-center justify-between gap-2">
        <Select
          label={t("Group")}
          value={kind}
          options={(depth < MOST_DEEP ? KINDS : KINDS.slice(0, 2)).map((value) => ({
            value,
            label: t(KIND_WORDS[value]),
          }))}
          // The options are the kinds themselves.
          onValueChange={(next) => onChange(groupOf(next as GroupKind, items))}
        />
        <RemoveButton label={t("Remove group")} onRemove={onRemove} />
      </div>
      <ConditionList
        items={items}
        targets={targets}
        depth={inner}
        onChange={(next) => onChange(groupOf(kind, next))}
      />
    </fieldset>
  );
}

function RemoveButton({ label, onRemove }: { label: string; onRemove: () => void }) {
  return (
    <Button kind="quiet" size="icon" aria-label={label} onClick={onRemove} className="ml-auto">
      <Trash2 size={14} aria-hidden />
    </Button>
  );
}

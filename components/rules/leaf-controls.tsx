"use client";

import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import type { RuleTargets } from "@/lib/backtest/model";
import type { Leaf } from "@/lib/rule/model";
import { channelOptions, FIELD_LABELS, priorityOptions, tierOptions } from "./fields";
import { Choice, Num, Words } from "./leaf-inputs";
import { TimeControls } from "./time-controls";

type Props = {
  leaf: Leaf;
  targets: RuleTargets;
  /** Of the complaint about it, for screen readers. */
  describedBy: string | undefined;
  onChange: (leaf: Leaf) => void;
};

/** The controls that a test of this kind needs. */
export function LeafControls({ leaf, targets, describedBy, onChange }: Props) {
  const t = useT();
  const label = t(FIELD_LABELS[leaf.field]);
  switch (leaf.field) {
    case "intent":
      return <IntentControls leaf={leaf} targets={targets} onChange={onChange} />;
    case "category":
    case "channel":
    case "tier":
    case "has_team":
      return (
        <Choice
          label={label}
          value={leaf.is}
          options={optionsOf(leaf.field, targets, t)}
          onValue={(is) => onChange({ ...leaf, is })}
        />
      );
    case "priority":
    case "caller_priority":
      return (
        <Choice
          label={label}
          value={leaf.is}
          options={priorityOptions(t)}
          // The options are the priorities themselves.
          onValue={(is) => onChange({ ...leaf, is: is as typeof leaf.is })}
        />
      );
    case "usage":
      return <UsageControls leaf={leaf} describedBy={describedBy} onChange={onChange} />;
    case "sentiment":
    case "trend":
      return <RangeControls leaf={leaf} onChange={onChange} />;
    case "time":
      return <TimeControls leaf={leaf} onChange={onChange} />;
    default:
      return (
        <PlainControls
          leaf={leaf}
          targets={targets}
          describedBy={describedBy}
          onChange={onChange}
        />
      );
  }
}

function optionsOf(
  field: "category" | "channel" | "tier" | "has_team",
  targets: RuleTargets,
  t: T,
) {
  if (field === "category") return named(targets.categories);
  if (field === "channel") return channelOptions(t);
  return field === "tier"
    ? tierOptions(t)
    : targets.teams.map((name) => ({ value: name, label: name }));
}

type IntentProps = Pick<Props, "targets" | "onChange"> & {
  leaf: Extract<Leaf, { field: "intent" }>;
};

/** Which intent, and how sure the desk must be of it. */
function IntentControls({ leaf, targets, onChange }: IntentProps) {
  const t = useT();
  return (
    <>
      <Choice
        label={t(FIELD_LABELS[leaf.field])}
        value={leaf.is}
        options={named(targets.intents)}
        onValue={(is) => onChange({ ...leaf, is })}
      />
      <Num
        needed
        label={t("with at least")}
        value={leaf.minScore}
        min={0}
        max={1}
        onValue={(minScore) => minScore !== undefined && onChange({ ...leaf, minScore })}
      />
    </>
  );
}

type UsageProps = Pick<Props, "describedBy" | "onChange"> & {
  leaf: Extract<Leaf, { field: "usage" }>;
};

/** Of what, by the name that the account's system gives it, and how much. */
function UsageControls({ leaf, describedBy, onChange }: UsageProps) {
  const t = useT();
  return (
    <>
      <Words
        label={t(FIELD_LABELS[leaf.field])}
        text={leaf.of}
        suggestions={[]}
        describedBy={describedBy}
        onText={(of) => onChange({ ...leaf, of })}
      />
      <Num
        needed
        label={t("at least")}
        value={leaf.atLeast}
        min={0}
        max={1_000_000_000}
        onValue={(atLeast) => atLeast !== undefined && onChange({ ...leaf, atLeast })}
      />
    </>
  );
}

type RangeProps = Pick<Props, "onChange"> & {
  leaf: Extract<Leaf, { field: "sentiment" | "trend" }>;
};

/** The two ends of a feeling; either may be left open. */
function RangeControls({ leaf, onChange }: RangeProps) {
  const t = useT();
  return (
    <>
      <Num
        label={t("above")}
        value={leaf.above}
        min={-1}
        max={1}
        onValue={(above) => onChange({ ...leaf, above })}
      />
      <Num
        label={t("below")}
        value={leaf.below}
        min={-1}
        max={1}
        onValue={(below) => onChange({ ...leaf, below })}
      />
    </>
  );
}

type Plain = Exclude<
  Leaf,
  {
    field:
      | ("intent" | "category" | "channel" | "tier" | "priority" | "sentiment" | "trend" | "time")
      | ("caller_priority" | "has_team" | "usage");
  }
>;

function PlainControls({ leaf, targets, describedBy, onChange }: Props & { leaf: Plain }) {
  const t = useT();
  const label = t(FIELD_LABELS[leaf.field]);
  if ("atLeast" in leaf) {
    return (
      <Num
        needed
        label={t("at least")}
        value={leaf.atLeast}
        min={0}
        max={10_000}
        whole
        onValue={(atLeast) => atLeast !== undefined && onChange({ ...leaf, atLeast })}
      />
    );
  }
  if ("is" in leaf && typeof leaf.is === "boolean") {
    const { field } = leaf;
    return (
      <Choice
        label={label}
        value={leaf.is ? "yes" : "no"}
        options={[
          { value: "yes", label: t("Yes") },
          { value: "no", label: t("No") },
        ]}
        // Every test of this shape is a field with a yes or no.
        onValue={(word) => onChange({ field, is: word === "yes" } as Leaf)}
      />
    );
  }
  const suggestions =
    leaf.field === "tag" ? targets.tags : leaf.field === "source" ? targets.sources : [];
  const text =
    "contains" in leaf ? leaf.contains : "matches" in leaf ? leaf.matches : String(leaf.is);
  return (
    <Words
      label={label}
      text={text}
      suggestions={suggestions}
      describedBy={describedBy}
      onText={(next) => onChange(withText(leaf, next))}
    />
  );
}

function withText(leaf: Plain, text: string): Leaf {
  if ("contains" in leaf) return { ...leaf, contains: text };
  if ("matches" in leaf) return { ...leaf, matches: text };
  return { ...leaf, is: text } as Leaf; // what is left has a word
}

const named = (list: readonly { slug: string; name: string }[]) =>
  list.map(({ slug, name }) => ({ value: slug, label: name }));

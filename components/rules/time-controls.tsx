"use client";

import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Input } from "@/components/ui/input";
import type { Leaf } from "@/lib/rule/model";

type TimeLeaf = Extract<Leaf, { field: "time" }>;

const DAYS = says(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

/** Days and hours in which the customer wrote, on the clock of a place. */
export function TimeControls({
  leaf,
  onChange,
}: {
  leaf: TimeLeaf;
  onChange: (leaf: TimeLeaf) => void;
}) {
  const t = useT();
  const toggle = (day: number) => {
    const days = leaf.days.includes(day)
      ? leaf.days.filter((one) => one !== day)
      : [...leaf.days, day].sort((a, b) => a - b);
    onChange({ ...leaf, days });
  };
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="flex flex-wrap gap-x-2.5">
        {DAYS.map((name, index) => (
          <label
            key={name}
            className="inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-11"
          >
            <input
              type="checkbox"
              className="accent-accent"
              checked={leaf.days.includes(index + 1)}
              onChange={() => toggle(index + 1)}
            />
            {t(name)}
          </label>
        ))}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <Input
          type="time"
          aria-label={t("From")}
          value={leaf.from}
          onChange={({ target }) => target.value && onChange({ ...leaf, from: target.value })}
          className="w-auto"
        />
        {t("to", { context: "time" })}
        <Input
          type="time"
          aria-label={t("To")}
          value={leaf.to}
          onChange={({ target }) => target.value && onChange({ ...leaf, to: target.value })}
          className="w-auto"
        />
      </span>
      <Input
        aria-label={t("Time zone")}
        value={leaf.zone}
        onChange={({ target }) => onChange({ ...leaf, zone: target.value })}
        className="w-40"
      />
    </span>
  );
}

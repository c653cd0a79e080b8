"use client";

import { useQuery } from "@tanstack/react-query";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { EmptyState } from "@/components/ui/empty-state";
import type { LabelsView } from "@/lib/insights/model";
import { percent } from "./chart-points";
import { Loaded } from "./loaded";
import { NumbersTable } from "./numbers-table";
import { labelsQuery } from "./progress-queries";
import { counted } from "./progress-words";
import { dayOf } from "./week-words";

const LABELS = ["category", "intent", "priority", "team"] as const;
/** How often each was changed, in a list. */
const CHANGES = says({
  category: "the category of {{n}}",
  intent: "the intent of {{n}}",
  priority: "the priority of {{n}}",
  team: "the team of {{n}}",
});
const HEADS = says({
  category: "category changed",
  intent: "intent changed",
  priority: "priority changed",
  team: "team changed",
});

/** How often people changed what routing had said: the fewer, the better it has learned. */
export function Labels() {
  const t = useT();
  const query = useQuery(labelsQuery);
  return (
    <Loaded query={query} failed={t("The labels could not be loaded")}>
      {({ weeks }) =>
        weeks.some(({ routed }) => routed > 0) ? <Counted weeks={weeks} /> : <NothingYet />
      }
    </Loaded>
  );
}

function NothingYet() {
  const t = useT();
  return (
    <EmptyState title={t("Nothing has been routed yet")}>
      {t(
        "Each request gets a category, intents and a priority; what people change of them is counted here.",
      )}
    </EmptyState>
  );
}

function Counted({ weeks }: LabelsView) {
  const t = useT();
  const sum = (name: "routed" | (typeof LABELS)[number]) =>
    weeks.reduce((total, week) => total + week[name], 0);
  const routed = sum("routed");
  return (
    <>
      <p>
        {t("Of {{n}} requests routed in the last weeks people changed {{changes}}.", {
          n: counted(routed, t),
          changes: LABELS.map((name) => t(CHANGES[name], { n: counted(sum(name), t) })).join(", "),
        })}
      </p>
      <NumbersTable
        open
        summary={t("Week by week")}
        head={[t("Week of"), t("Routed"), ...LABELS.map((name) => t(HEADS[name]))]}
        rows={weeks.map((week) => [
          dayOf(week.from, t),
          counted(week.routed, t),
          ...LABELS.map((name) =>
            week.routed > 0
              ? `${counted(week[name], t)} (${percent(Math.min(1, week[name] / week.routed))})`
              : counted(week[name], t),
          ),
        ])}
      />
    </>
  );
}

"use client";

import { useQuery } from "@tanstack/react-query";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { rich } from "@/components/i18n/rich";
import { EmptyState } from "@/components/ui/empty-state";
import type { RatingsView } from "@/lib/insights/model";
import { Loaded } from "./loaded";
import { NumbersTable } from "./numbers-table";
import { ratingsQuery } from "./progress-queries";
import { counted, fixed } from "./progress-words";
import { dayOf } from "./week-words";

/** What customers said of replies, 1 (bad) to 5 (good). */
export function Ratings() {
  const t = useT();
  const query = useQuery(ratingsQuery);
  return (
    <Loaded query={query} failed={t("The ratings could not be loaded")}>
      {(view) => (view.mean === null ? <NothingYet /> : <Rated view={view} mean={view.mean} />)}
    </Loaded>
  );
}

function NothingYet() {
  const t = useT();
  return (
    <EmptyState title={t("No customer has rated a reply yet")}>
      {t("Replies can ask for a rating; it is switched on in the settings.")}
    </EmptyState>
  );
}

function Rated({ view, mean }: { view: RatingsView; mean: number }) {
  const t = useT();
  return (
    <>
      <p>
        {rich(t, "<b>{{mean}}</b> of 5 in {{n}} ratings.", {
          b: (inner) => <span className="font-semibold text-2xl tabular-nums">{inner}</span>,
          mean: tenths(mean, t),
          n: counted(view.count, t),
          count: view.count,
        })}
      </p>
      <NumbersTable
        open
        summary={t("Week by week")}
        head={[t("Week of"), t("Ratings"), t("Mean")]}
        rows={view.weeks.map((week) => [
          dayOf(week.from, t),
          counted(week.count, t),
          tenths(week.mean, t),
        ])}
      />
    </>
  );
}

/** Cut, not rounded. */
const tenths = (value: number, t: T): string => fixed(Math.floor(value * 10 + 1e-9) / 10, 1, t);

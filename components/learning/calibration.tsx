"use client";

import { useQuery } from "@tanstack/react-query";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { EmptyState } from "@/components/ui/empty-state";
import type { CalibrationView } from "@/lib/insights/model";
import { ChartFrame } from "./chart-frame";
import { across, lineOf, percent, up } from "./chart-points";
import { Loaded } from "./loaded";
import { NumbersTable } from "./numbers-table";
import { calibrationQuery } from "./progress-queries";
import { counted, fixed } from "./progress-words";

/** Radius of the smallest and the largest point, SVG units, and share of height of the highest bar. */
const RADIUS = { least: 3, most: 8 };
const BAR = 0.2;

/** What drafts claimed against how they ended: on the diagonal, 0.9 means nine in ten. */
export function Calibration() {
  const t = useT();
  const query = useQuery(calibrationQuery);
  return (
    <Loaded query={query} failed={t("The diagram could not be loaded")}>
      {(view) => (view.error === null ? <NothingYet /> : <Drawn view={view} />)}
    </Loaded>
  );
}

function NothingYet() {
  const t = useT();
  return (
    <EmptyState title={t("No draft has been judged yet")}>
      {t("Approve, correct or reject drafts: each one shows how far to trust the next.")}
    </EmptyState>
  );
}

function Drawn({ view }: { view: CalibrationView }) {
  const t = useT();
  const { bins, drafts, error, brier } = view;
  return (
    <>
      <Diagram bins={bins} />
      <p className="mt-1 text-soft text-xs">
        {t(
          "Calibration error {{error}}, Brier score {{brier}} over {{drafts}} drafts; 0 would be perfect. Bars show how many drafts claimed so much. While the desk knows little, confidence is held down on purpose, so points lie above the line.",
          {
            error: hundredths(error, t),
            brier: hundredths(brier, t),
            drafts: counted(drafts, t),
          },
        )}
      </p>
      <NumbersTable
        summary={t("Numbers of the diagram")}
        head={[t("Claimed"), t("Mean claim"), t("Right"), t("Drafts")]}
        rows={bins.map(({ from, to, claimed, accepted, count }) => [
          `${hundredths(from, t)}–${hundredths(to, t)}`,
          hundredths(claimed, t),
          percent(accepted),
          counted(count, t),
        ])}
      />
    </>
  );
}

function Diagram({ bins }: Pick<CalibrationView, "bins">) {
  const t = useT();
  const most = Math.max(...bins.map(({ count }) => count));
  return (
    <ChartFrame
      label={t("Confidence of drafts against the share that was right, with the number of drafts")}
      ends={[t("claimed 0 %"), t("claimed 100 %")]}
    >
      {bins.map(({ from, to, count }) => (
        <rect
          key={from}
          x={across(from) + 1}
          width={across(to) - across(from) - 2}
          y={up((count / most) * BAR)}
          height={up(0) - up((count / most) * BAR)}
          className="fill-line"
        />
      ))}
      <polyline
        points={lineOf([
          [0, 0],
          [1, 1],
        ])}
        fill="none"
        className="stroke-field"
        strokeDasharray="3 4"
      />
      {bins.map(({ from, claimed, accepted, count }) => (
        <circle
          key={from}
          cx={across(claimed)}
          cy={up(accepted)}
          r={RADIUS.least + (RADIUS.most - RADIUS.least) * Math.sqrt(count / most)}
          className="fill-accent"
          fillOpacity={0.8}
        />
      ))}
    </ChartFrame>
  );
}

/** Cut, not rounded. */
const hundredths = (value: number | null, t: T): string =>
  value === null ? t("none") : fixed(Math.floor(value * 100 + 1e-9) / 100, 2, t);

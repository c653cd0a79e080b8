"use client";

import { useQuery } from "@tanstack/react-query";
import { useT } from "@/components/i18n/context";
import { EmptyState } from "@/components/ui/empty-state";
import type { CurvePoint } from "@/lib/insights/model";
import { ChartFrame } from "./chart-frame";
import { across, lineOf, percent, up } from "./chart-points";
import { Loaded } from "./loaded";
import { NumbersTable } from "./numbers-table";
import { progressQuery } from "./progress-queries";
import { counted } from "./progress-words";

const LINES = [
  { name: "accepted", stroke: "stroke-accent", fill: "fill-accent", dash: undefined },
  { name: "right", stroke: "stroke-auto", fill: "fill-auto", dash: "6 3" },
  { name: "unknown", stroke: "stroke-rev", fill: "fill-rev", dash: "2 3" },
] as const;

/** How much of what came in the desk's own drafts have answered, and what stayed unknown. */
export function Curve() {
  const t = useT();
  const query = useQuery(progressQuery);
  return (
    <Loaded query={query} failed={t("The curve could not be loaded")}>
      {({ curve, every }) =>
        curve.length === 0 ? <NothingYet /> : <Drawn points={curve} every={every} />
      }
    </Loaded>
  );
}

function NothingYet() {
  const t = useT();
  return (
    <EmptyState title={t("Nobody has answered yet")}>
      {t("Answer tickets, or approve and correct drafts: the curve begins with the first.")}
    </EmptyState>
  );
}

function Drawn({ points, every }: { points: readonly CurvePoint[]; every: number }) {
  const t = useT();
  const most = points.at(-1)?.outcomes ?? 1;
  return (
    <>
      <ChartFrame
        label={t(
          "Share of tickets answered by the desk's own drafts, of drafts that were right, and of questions unlike anything seen, over time",
        )}
        ends={[t("first outcome"), t("{{n}} outcomes", { n: counted(most, t) })]}
      >
        {LINES.map(({ name, stroke, fill, dash }) => {
          const placed = points.flatMap((point) => {
            const share = point[name];
            return share === null ? [] : [[point.outcomes / most, share] as const];
          });
          return (
            <g key={name}>
              <polyline
                points={lineOf(placed)}
                fill="none"
                className={stroke}
                strokeWidth={2}
                strokeLinejoin="round"
                strokeDasharray={dash}
              />
              {placed.map(([x, share]) => (
                <circle key={x} cx={across(x)} cy={up(share)} r={2.5} className={fill} />
              ))}
            </g>
          );
        })}
      </ChartFrame>
      <ul className="mt-1 flex flex-col gap-0.5 text-soft text-xs">
        <Key line={LINES[0]}>{t("tickets answered with the desk’s draft")}</Key>
        <Key line={LINES[1]}>{t("of the drafts that were judged, those that were right")}</Key>
        <Key line={LINES[2]}>
          {t("questions unlike anything seen, of all that came in meanwhile")}
        </Key>
      </ul>
      {every > 1 ? (
        <p className="mt-1 text-faint text-xs">
          {t("Drawn from one in {{every}} drafts of this desk.", { every })}
        </p>
      ) : null}
      <NumbersTable
        summary={t("Numbers of the curve")}
        head={[t("Outcomes"), t("Answered by drafts"), t("Drafts right"), t("Unknown")]}
        rows={points.map(({ outcomes, accepted, right, unknown }) => [
          counted(outcomes, t),
          percent(accepted),
          right === null ? t("none judged") : percent(right),
          unknown === null ? t("none asked") : percent(unknown),
        ])}
      />
    </>
  );
}

function Key({ line, children }: { line: (typeof LINES)[number]; children: string }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden="true" width="24" height="6" className="shrink-0">
        <line
          x1="0"
          x2="24"
          y1="3"
          y2="3"
          className={line.stroke}
          strokeWidth={2}
          strokeDasharray={line.dash}
        />
      </svg>
      {children}
    </li>
  );
}

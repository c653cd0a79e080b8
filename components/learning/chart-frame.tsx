import type { ReactNode } from "react";
import { across, CHART, GRID, percent, up } from "./chart-points";

type Props = {
  /** What the drawing shows, for those who don't see it. The table below it holds the numbers. */
  label: string;
  /** What stands below, left and right. */
  ends: readonly [string, string];
  children: ReactNode;
};

/** Words keep their size on the screen, near enough, whatever size the drawing shrinks to. */
export const CHART_WORDS = "text-[16px] @sm:text-[13px] @lg:text-2xs @xl:text-[9px]";

/** Axes and grid of a chart from 0 to 100 %. */
export function ChartFrame({ label, ends, children }: Props) {
  return (
    <div className="@container max-w-2xl">
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${CHART.width} ${CHART.height}`}
        className={`h-auto w-full ${CHART_WORDS}`}
      >
        {GRID.map((share) => (
          <g key={share} className="text-faint">
            <line
              x1={across(0)}
              x2={across(1)}
              y1={up(share)}
              y2={up(share)}
              className="stroke-line"
              strokeWidth={1}
            />
            <text x={CHART.left - 6} y={up(share)} dy="0.32em" textAnchor="end" fill="currentColor">
              {percent(share)}
            </text>
          </g>
        ))}
        <text x={across(0)} y={CHART.height - 8} fill="currentColor" className="text-faint">
          {ends[0]}
        </text>
        <text
          x={across(1)}
          y={CHART.height - 8}
          textAnchor="end"
          fill="currentColor"
          className="text-faint"
        >
          {ends[1]}
        </text>
        {children}
      </svg>
    </div>
  );
}

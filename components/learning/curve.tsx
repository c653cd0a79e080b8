import { EmptyState } from "@/components/ui/empty-state";
import type { CurvePoint } from "@/lib/insights/model";
import { ChartFrame } from "./chart-frame";
import { across, lineOf, percent, up } from "./chart-points";
import { NumbersTable } from "./numbers-table";

/** How much of what came in the desk's own drafts have answered, stretch by stretch. */
export function Curve({ points }: { points: readonly CurvePoint[] }) {
  if (points.length === 0) {
    return (
      <EmptyState title="Nobody has answered yet">
        Answer tickets, or approve and correct drafts: the curve begins with the first.
      </EmptyState>
    );
  }
  const most = points.at(-1)?.outcomes ?? 1;
  const placed = points.map((point) => ({ ...point, x: point.outcomes / most }));
  const judged = placed.flatMap(({ x, right, outcomes }) =>
    right === null ? [] : [{ x, right, outcomes }],
  );
  return (
    <>
      <ChartFrame
        label="Share of tickets answered by the desk's own drafts, over time"
        ends={["first ticket", `${most} tickets`]}
      >
        <polyline
          points={lineOf(placed.map(({ x, accepted }) => [x, accepted]))}
          fill="none"
          className="stroke-accent"
          strokeWidth={2}
        />
        {placed.map(({ x, accepted, outcomes }) => (
          <circle key={outcomes} cx={across(x)} cy={up(accepted)} r={3} className="fill-accent" />
        ))}
        <polyline
          points={lineOf(judged.map(({ x, right }) => [x, right]))}
          fill="none"
          className="stroke-rev"
          strokeWidth={2}
          strokeDasharray="4 3"
        />
      </ChartFrame>
      <p className="mt-1 text-soft text-xs">
        <span className="text-accent">Solid</span>: tickets answered with the desk’s draft.{" "}
        <span className="text-rev">Dashed</span>: of the drafts that people judged, those they
        accepted.
      </p>
      <NumbersTable
        summary="Numbers of the curve"
        head={["Tickets", "Answered by drafts", "Drafts accepted"]}
        rows={points.map(({ outcomes, accepted, right }) => [
          `${outcomes}`,
          percent(accepted),
          right === null ? "none judged" : percent(right),
        ])}
      />
    </>
  );
}

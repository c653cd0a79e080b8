import { EmptyState } from "@/components/ui/empty-state";
import type { LearningView } from "@/lib/insights/model";
import { ChartFrame } from "./chart-frame";
import { across, lineOf, percent, up } from "./chart-points";
import { NumbersTable } from "./numbers-table";

/** Radius of the largest point, SVG units. */
const LARGEST = 9;

/** What drafts claimed against what people said: on the diagonal, 0.9 means nine in ten. */
export function Calibration({
  calibration,
  calibrationError,
}: Pick<LearningView, "calibration" | "calibrationError">) {
  if (calibrationError === null) {
    return (
      <EmptyState title="No draft has been judged yet">
        Approve, correct or reject drafts: each one shows how far to trust the next.
      </EmptyState>
    );
  }
  const most = Math.max(...calibration.map(({ count }) => count));
  return (
    <>
      <ChartFrame
        label="Confidence of drafts against the share that people accepted"
        ends={["claimed 0 %", "claimed 100 %"]}
      >
        <polyline
          points={lineOf([
            [0, 0],
            [1, 1],
          ])}
          fill="none"
          className="stroke-field"
          strokeDasharray="3 4"
        />
        {calibration.map(({ claimed, accepted, count }) => (
          <circle
            key={claimed}
            cx={across(claimed)}
            cy={up(accepted)}
            r={3 + (LARGEST - 3) * Math.sqrt(count / most)}
            className="fill-accent"
            fillOpacity={0.75}
          />
        ))}
      </ChartFrame>
      <p className="mt-1 text-soft text-xs">
        Mean distance between claim and outcome: {percent(calibrationError)}. While the desk knows
        little, confidence is held down on purpose, so points lie above the line.
      </p>
      <NumbersTable
        summary="Numbers of the diagram"
        head={["Claimed", "Accepted", "Drafts"]}
        rows={calibration.map(({ claimed, accepted, count }) => [
          percent(claimed),
          percent(accepted),
          `${count}`,
        ])}
      />
    </>
  );
}

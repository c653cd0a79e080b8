"use client";

import { useQuery } from "@tanstack/react-query";
import { useT } from "@/components/i18n/context";
import { Loaded } from "./loaded";
import { calibrationQuery, progressQuery } from "./progress-queries";
import { type Figure, figuresOf } from "./progress-words";

/** How the desk has improved since day one, in four figures. */
export function Headline() {
  const t = useT();
  const progress = useQuery(progressQuery);
  const calibration = useQuery(calibrationQuery);
  return (
    <Loaded query={progress} failed={t("The figures could not be loaded")}>
      {(seen) => (
        <Loaded query={calibration} failed={t("The figures could not be loaded")}>
          {(judged) => (
            <dl className="grid grid-cols-2 gap-x-6 gap-y-4 max-sm:grid-cols-1 lg:grid-cols-4">
              {figuresOf(seen, judged, t).map((figure) => (
                <OneFigure key={figure.name} {...figure} />
              ))}
            </dl>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

function OneFigure({ name, figure, words }: Figure) {
  return (
    <div className="min-w-0">
      <dt className="text-soft">{name}</dt>
      <dd>
        <span
          className={
            figure === null
              ? "block text-2xl text-faint"
              : "block font-semibold text-2xl tabular-nums"
          }
        >
          {figure ?? <span aria-hidden="true">–</span>}
        </span>
        <span className="text-soft text-xs">{words}</span>
      </dd>
    </div>
  );
}

import type { Report } from "./report";

/** One figure that must be reached, as stated in the project's learning spec. */
export interface Bar {
  name: string;
  value: number | undefined;
  bar: number;
  /** Which side of the bar is good. */
  need: "at least" | "at most";
}

/** Everything measured against what was promised; bars whose figures were not measured are left out. */
export function barsOf(report: Report): Bar[] {
  const { perThousand, stream, test, newAnswers, unseen, replaced, ms } = report;
  const full = perThousand.filter((part) => part.n >= 1000);
  const last = full.at(-1);
  const worstEce = Math.max(...full.slice(1).map((part) => part.ece));
  const least = (name: string, value: number | undefined, bar: number): Bar => ({
    name,
    value,
    bar,
    need: "at least",
  });
  const most = (name: string, value: number | undefined, bar: number): Bar => ({
    name,
    value,
    bar,
    need: "at most",
  });
  return [
    least("accuracy, 1st thousand", full[0]?.accuracy, 0.54),
    least("accuracy, 2nd thousand", full[1]?.accuracy, 0.76),
    least("accuracy, 5th thousand", full[4]?.accuracy, 0.87),
    least("accuracy, 10th thousand", full[9]?.accuracy, 0.9),
    least("accuracy on test", test?.accuracy, 0.915),
    least("right when automatic, stream", stream.autoPrecision, 0.965),
    least("right when automatic, 1st thousand", full[0]?.autoPrecision, 0.9),
    least("automatic share, stream", stream.autoShare, 0.65),
    least("automatic share, last thousand", last?.autoShare, 0.78),
    least("right at 0.60-0.84, stream", stream.reviewPrecision, 0.62),
    most("right at 0.60-0.84, stream", stream.reviewPrecision, 0.85),
    most("ECE, stream", stream.ece, 0.02),
    most("ECE, worst thousand after the first", full.length > 1 ? worstEce : undefined, 0.05),
    most("ECE, test", test?.ece, 0.025),
    most("Brier, test", test?.brier, 0.055),
    least("answerable at 97 % right, test", test?.coverageAt97, 0.86),
    least("new answer, right after 1", newAnswers?.after1, 0.3),
    least("new answer, right after 2", newAnswers?.after2, 0.55),
    least("new answer, right after 5-9", newAnswers?.after5to9, 0.75),
    least("unseen kinds, AUROC of novelty", unseen?.auroc, 0.88),
    most("unseen kinds, wrongly automatic", unseen?.wronglyAuto, 0.2),
    most("retired answer used", replaced?.retiredUsed, 0),
    least("replacement right from its 2nd ticket", replaced?.rightFromSecond, 0.65),
    most("ms per prediction, median", ms.predictP50, 10),
    most("ms per update, median", ms.updateP50, 10),
    most("memory, MB", report.rssMb, 500),
    most("restart from snapshot, s", report.restart?.seconds, 5),
  ].filter((bar) => bar.value !== undefined);
}

export function passes({ value, bar, need }: Bar): boolean {
  if (value === undefined || !Number.isFinite(value)) return false;
  return need === "at least" ? value >= bar : value <= bar;
}

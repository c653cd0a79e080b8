type Failure = { name: string; error: string };
type Outcome = {
  passed: number;
  failed: number;
  skipped: { name: string; why: string }[];
  failures: Failure[];
};
type Stage = { title: string; result: Outcome };
type Total = Omit<Outcome, "failures"> & { failures: (Failure & { stage: string })[] };

export function firstLine(text: unknown): string;
export function broken(name: string, error: unknown): Outcome;
export function reportOf(
  name: string,
  file: string,
  code: number,
  read?: (report: unknown) => Outcome,
): Outcome;
export function playwrightReport(report: unknown): Outcome;
export function total(stages: readonly Stage[]): Total;
export function summaryOf(all: Total): string[];

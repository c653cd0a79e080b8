import { barsOf, passes } from "./bars";
import type { Figures } from "./figures";
import type { Report } from "./report";

const percent = (share: number | undefined) =>
  share === undefined ? "    –" : `${(share * 100).toFixed(1).padStart(5)}`;
const small = (value: number) => value.toFixed(3).padStart(6);

function row(name: string, figures: Figures, fullText?: Figures, bayes?: Figures): string {
  return [
    name.padEnd(8),
    percent(figures.accuracy),
    percent(figures.autoShare),
    percent(figures.autoPrecision),
    percent(figures.reviewShare),
    percent(figures.reviewPrecision),
    small(figures.ece),
    small(figures.brier),
    percent(figures.novelShare),
    percent(fullText?.accuracy),
    percent(bayes?.accuracy),
    percent(bayes?.autoShare),
    percent(bayes?.autoPrecision),
  ].join("  ");
}

/** The table per thousand tickets, in percent, beside what search and naive Bayes reach. */
export function printReport(report: Report, print: (line: string) => void): void {
  const { perThousand, stream, test, baseline } = report;
  if (stream.n > 0) {
    print(
      "thousand   acc.   auto  right 60-84  right    ECE   Brier  novel   text  bayes   auto  right",
    );
    perThousand.forEach((figures, i) => {
      print(row(String(i + 1), figures, baseline?.fullText[i], baseline?.naiveBayes[i]));
    });
    print(row("stream", stream));
    if (test) print(row("test", test));
    if (test) {
      const { coverageAt95, coverageAt97, coverageAt99 } = test;
      const shares = [coverageAt95, coverageAt97, coverageAt99].map(percent).join(" /");
      print(`Answerable on test at 95 / 97 / 99 % right:${shares} %`);
    }
  }
  for (const [name, part] of Object.entries(report)) {
    if (["perThousand", "stream", "test", "baseline"].includes(name)) continue;
    print(`${name}: ${describe(part)}`);
  }
}

function describe(part: unknown): string {
  return JSON.stringify(part, (_, value) =>
    typeof value === "number" ? Number(value.toFixed(3)) : value,
  ).replaceAll('"', "");
}

/** Each promised figure with its value: met or missed. */
export function printBars(report: Report, print: (line: string) => void): void {
  print("\nBars");
  for (const bar of barsOf(report)) {
    const sign = bar.need === "at least" ? "≥" : "≤";
    const value = (bar.value ?? 0).toFixed(3).padStart(8);
    print(`${passes(bar) ? "pass" : "MISS"}  ${bar.name.padEnd(42)} ${value}  ${sign} ${bar.bar}`);
  }
}

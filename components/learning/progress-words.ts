import type { T } from "@/components/i18n/catalogue";
import { formatOf } from "@/components/i18n/format";
import type { CalibrationView, ProgressView } from "@/lib/insights/model";
import { percent } from "./chart-points";

/** A figure with the words that say what it is; the figure is null where there is none yet. */
export type Figure = { name: string; figure: string | null; words: string };

const FEW = 10;

/** The answer to "how has it improved since we started?", in four sentences. */
export function figuresOf(
  { every, curve, latest }: ProgressView,
  { sure }: Pick<CalibrationView, "sure">,
  t: T,
): Figure[] {
  const total = curve.at(-1)?.outcomes ?? 0;
  return [
    {
      name: t("Outcomes"),
      figure: total > 0 ? totalWords(total, every, t) : null,
      words:
        total > 0
          ? t("replies sent or settled by people since day one")
          : t("nothing yet: answer a ticket, or approve a draft"),
    },
    {
      name: t("Answered as drafted"),
      figure: latest.count >= FEW ? percent(latest.accepted / latest.count) : null,
      words:
        latest.count >= FEW
          ? t("of the last {{n}} questions, with the desk’s own words or nearly so", {
              n: latest.count,
            })
          : t("nothing yet: this needs {{few}} outcomes, there are {{n}}", {
              few: FEW,
              n: latest.count,
            }),
    },
    {
      name: t("Right when sure"),
      figure: sure.count > 0 ? percent(sure.accepted / sure.count) : null,
      words:
        sure.count > 0
          ? t("of {{n}} replies of 0.85 or more were accepted, or not written about again", {
              n: counted(Math.round(sure.count), t), // a sum of weights
            })
          : t("nothing yet: no reply of 0.85 or more has been judged"),
    },
    unknownFigure(curve, t),
  ];
}

function totalWords(total: number, every: number, t: T): string {
  const n = counted(total, t);
  return every > 1 ? t("about {{n}}", { n }) : n;
}

function unknownFigure(curve: ProgressView["curve"], t: T): Figure {
  const shares = curve.flatMap(({ unknown }) => unknown ?? []);
  const [first] = shares;
  const last = shares.at(-1);
  const name = t("Unknown questions");
  if (first === undefined || last === undefined) {
    return { name, figure: null, words: t("nothing yet: no question has been drafted") };
  }
  if (shares.length === 1) {
    const words = t("of the questions were unlike anything seen");
    return { name, figure: percent(last), words };
  }
  const share = percent(first);
  const words =
    last === first
      ? t("of the questions are unlike anything seen, as at the start")
      : last < first
        ? t("of the questions are unlike anything seen: it fell from {{share}}", { share })
        : t("of the questions are unlike anything seen: it rose from {{share}}", { share });
  return { name, figure: percent(last), words };
}

export const counted = (count: number, t: T): string => formatOf(t).number(count);

/** With so many decimals. */
export const fixed = (value: number, digits: number, t: T): string =>
  formatOf(t).number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });

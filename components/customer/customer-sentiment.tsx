import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { says } from "@/components/i18n/says";
import { CHART_WORDS } from "@/components/learning/chart-frame";
import { NumbersTable } from "@/components/learning/numbers-table";
import { sentimentWords } from "@/components/ticket/ticket-words";
import type { CustomerPage } from "@/lib/customer/model";
import { Box } from "./box";
import { acrossAt, SENTIMENT, upAt } from "./sentiment-points";

type Points = CustomerPage["sentiment"];

const LEVELS = [
  { value: 1, words: says("Happy") },
  { value: 0, words: says("Neutral") },
  { value: -1, words: says("Angry") },
] as const;

/** How they sounded, ticket by ticket; the numbers behind it open with one key. */
export function CustomerSentiment({ points }: { points: Points }) {
  const t = useT();
  return (
    <Box title={t("How they sounded")}>
      {points.length === 0 ? (
        <p className="text-soft">{t("Nothing that they wrote has been weighed yet.")}</p>
      ) : (
        <>
          <Drawing points={points} />
          <NumbersTable
            summary={t("Numbers of the chart")}
            head={[t("Ticket"), t("Day"), t("Sounded"), t("Sentiment, −1 to 1")]}
            rows={[...points]
              .reverse()
              .map(({ number, at, value }) => [
                `#${number}`,
                formatOf(t).day(at),
                sentimentWords(value, t),
                value.toFixed(2),
              ])}
          />
        </>
      )}
    </Box>
  );
}

function Drawing({ points }: { points: Points }) {
  const t = useT();
  const placed = points.map((point, at) => ({
    ...point,
    x: acrossAt(at, points.length),
    y: upAt(point.value),
  }));
  const [first, last] = [points[0], points.at(-1)];
  return (
    <div className="@container max-w-xl">
      <svg
        role="img"
        aria-label={t("Sentiment of the newest {{n}} tickets, oldest first, from angry to happy", {
          n: points.length,
        })}
        viewBox={`0 0 ${SENTIMENT.width} ${SENTIMENT.height}`}
        className={`h-auto w-full text-faint ${CHART_WORDS}`}
      >
        {LEVELS.map(({ value, words }) => (
          <g key={words}>
            <line
              x1={SENTIMENT.left}
              x2={SENTIMENT.width - SENTIMENT.right}
              y1={upAt(value)}
              y2={upAt(value)}
              className="stroke-line"
            />
            <text x={0} y={upAt(value)} dy="0.32em" fill="currentColor">
              {t(words)}
            </text>
          </g>
        ))}
        <polyline
          points={placed.map(({ x, y }) => `${x},${y}`).join(" ")}
          fill="none"
          className="stroke-accent"
          strokeWidth={2}
          strokeLinejoin="round"
        />
        {placed.map(({ ticket, x, y }) => (
          <circle key={ticket} cx={x} cy={y} r={2.5} className="fill-accent" />
        ))}
        <text x={SENTIMENT.left} y={SENTIMENT.height - 5} fill="currentColor">
          {first && formatOf(t).day(first.at)}
        </text>
        {points.length > 1 ? (
          <text
            x={SENTIMENT.width - SENTIMENT.right}
            y={SENTIMENT.height - 5}
            textAnchor="end"
            fill="currentColor"
          >
            {last && formatOf(t).day(last.at)}
          </text>
        ) : null}
      </svg>
    </div>
  );
}

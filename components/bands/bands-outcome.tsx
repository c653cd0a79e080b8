import Link from "next/link";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { ChartFrame } from "@/components/learning/chart-frame";
import { across, lineOf, percent, up } from "@/components/learning/chart-points";
import { NumbersTable } from "@/components/learning/numbers-table";
import type { BandCount, BandsResult } from "@/lib/backtest/model";
import type { Bands } from "@/lib/desk/model";
import { cut2, DECISION_WORDS } from "@/lib/inbox/model";
import { type BandPoint, bandCurve, rightShare } from "./band-curve";

const DECISIONS = ["sent", "sent_flagged", "held"] as const;
/** What became of a draft, in the middle of a sentence. */
const BECAME = says({
  sent: "sent automatically",
  sent_flagged: "sent, flagged for review",
  held: "draft held",
});
const VERDICTS = says({ right: "right", wrong: "wrong", unknown: "not judged" });
/** Every fifth hundredth stands in the table. */
const STEP = 5;

type Props = { result: BandsResult; bands: Bands };

/** What the tried bands would have sent, flagged and held, and how much of it was right. */
export function BandsOutcome({ result, bands }: Props) {
  const t = useT();
  const curve = bandCurve(result.bins);
  const decided = curve[0]?.sent.n ?? 0;
  return (
    <div className="mt-3">
      <p>{summaryWords(result, decided, t)}</p>
      <NumbersTable
        open
        summary={t("What would have become of them")}
        head={[t("Becomes"), t("Now"), t("With these bands"), t("Of those right")]}
        rows={DECISIONS.map((decision) => [
          t(DECISION_WORDS[decision]),
          String(result.before[decision].n),
          String(result.after[decision].n),
          rightWords(result.after[decision], t),
        ])}
      />
      {decided > 0 ? <Curve curve={curve} bands={bands} /> : null}
      <NumbersTable
        summary={t("Numbers of the drawing")}
        head={[t("Send from"), t("Sent"), t("Right"), t("Wrong"), t("Not judged")]}
        rows={curve
          .filter((_, at) => at % STEP === 0 && at >= 50)
          .map(({ from, sent }) => [
            from.toFixed(2),
            ...[sent.n, sent.right, sent.wrong, sent.unknown].map(String),
          ])}
      />
      <Moved moved={result.moved} />
    </div>
  );
}

/** Shares sent and right for each number from which replies would be sent. */
function Curve({ curve, bands }: { curve: readonly BandPoint[]; bands: Bands }) {
  const t = useT();
  return (
    <>
      <ChartFrame
        label={t(
          "For each number from which replies would be sent: the share of drafts that would be sent, and the share of those that people have judged and found right",
        )}
        ends={[t("send from {{at}}", { at: "0.00" }), t("send from {{at}}", { at: "1.00" })]}
      >
        <polyline
          points={lineOf(curve.map(({ from, share }) => [from, share]))}
          fill="none"
          className="stroke-field"
          strokeWidth={2}
        />
        <polyline
          points={lineOf(
            curve.flatMap(({ from, right }) => (right === null ? [] : [[from, right] as const])),
          )}
          fill="none"
          className="stroke-accent"
          strokeWidth={2}
        />
        <Mark at={bands.flag} words={t("flag {{at}}", { at: cut2(bands.flag) })} />
        <Mark at={bands.send} words={t("send {{at}}", { at: cut2(bands.send) })} />
      </ChartFrame>
      <p className="text-soft text-xs">
        {t("Green: right, of what people have judged. Grey: share of drafts sent by themselves.")}
      </p>
    </>
  );
}

function Mark({ at, words }: { at: number; words: string }) {
  return (
    <g>
      <line x1={across(at)} x2={across(at)} y1={up(0)} y2={up(1)} className="stroke-hot" />
      <text x={across(at) + 3} y={up(0.04)} fill="currentColor">
        {words}
      </text>
    </g>
  );
}

function summaryWords(result: BandsResult, decided: number, t: T): string {
  const { looked, blocked, skipped } = result;
  return skipped > 0
    ? t(
        "Of {{looked}} drafts, bands decide about {{decided}}. {{blocked}} are held whatever they say: a guard, a rule, nothing to say, or four eyes; {{skipped}} early drafts kept too little to tell.",
        { looked, decided, blocked, skipped },
      )
    : t(
        "Of {{looked}} drafts, bands decide about {{decided}}. {{blocked}} are held whatever they say: a guard, a rule, nothing to say, or four eyes.",
        { looked, decided, blocked },
      );
}

/** A share only of what people have judged: the rest proves nothing. */
function rightWords(counted: BandCount, t: T): string {
  const share = rightShare(counted);
  const { n, right, wrong, unknown } = counted;
  if (share === null)
    return n === 0 ? t("none") : t("unknown ({{unknown}} not judged)", { unknown });
  return t("{{share}} of {{judged}} judged, {{unknown}} unknown", {
    share: percent(share),
    judged: right + wrong,
    unknown,
  });
}

function Moved({ moved }: { moved: BandsResult["moved"] }) {
  const t = useT();
  return moved.map(({ from, to, count, tickets }) => (
    <details key={`${from}>${to}`} className="mt-2">
      <summary className="cursor-pointer text-soft">
        {t("{{n}} {{from}} → {{to}}: {{right}} right, {{wrong}} wrong, {{unknown}} not judged", {
          ...count,
          from: t(BECAME[from]),
          to: t(BECAME[to]),
        })}
      </summary>
      <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-1">
        {tickets.map(({ id, number, confidence, verdict }, at) => (
          // One ticket may have several drafts.
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={`${id}-${at}`}>
            <Link
              href={`/queue/open/${id}`}
              prefetch={false}
              className="text-accent underline underline-offset-2"
            >
              #{number}
            </Link>{" "}
            <span className="text-faint">
              {cut2(confidence)}, {t(VERDICTS[verdict])}
            </span>
          </li>
        ))}
      </ul>
    </details>
  ));
}

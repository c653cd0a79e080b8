import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { formatOf } from "@/components/i18n/format";
import { rich } from "@/components/i18n/rich";
import { says } from "@/components/i18n/says";
import { type ChangedPart, PARTS, type Part, type RulesResult } from "@/lib/backtest/model";

const PART_WORDS: Record<Part, string> = says({
  team: "Team",
  priority: "Priority",
  ai: "AI",
  tags: "Tags",
  assignee: "Assignee",
  sla: "SLA",
});

const DECIMALS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** Cut, not rounded, to two decimals. */
const share = (some: number, all: number) => Math.floor((some / all) * 10_000) / 100;

/** What would have changed, with the tickets, and what people had made of them. */
export function BacktestResult({ result }: { result: RulesResult }) {
  const t = useT();
  const { number } = formatOf(t);
  const { looked, skipped, unknown, changed, parts, milliseconds } = result;
  return (
    <section aria-label={t("Result of the back-test")} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <p role="status" className="font-semibold">
          {t("{{n}} of {{looked}} decisions would change", {
            n: number(changed),
            looked: number(looked),
          })}
        </p>
        <p className="text-faint">
          {t("{{seconds}} s · nothing was changed", {
            seconds: number(milliseconds / 1000, {
              minimumFractionDigits: 1,
              maximumFractionDigits: 1,
              useGrouping: false,
            }),
          })}
        </p>
      </div>
      {looked === 0 ? <p className="text-soft">{t("No ticket has been routed yet.")}</p> : null}
      {skipped > 0 ? (
        <p className="text-soft">
          {t("{{n}} left out: an early version kept too little of them.", { n: number(skipped) })}
        </p>
      ) : null}
      {unknown > 0 ? (
        <p className="text-soft">
          {t(
            "In {{n}} a condition asks for something that was not kept then; it counts as not matching.",
            { n: number(unknown) },
          )}
        </p>
      ) : null}
      <Changes parts={parts} />
      <Agreement parts={parts} />
      <Matches matches={result.matches} />
    </section>
  );
}

function Changes({ parts }: Pick<RulesResult, "parts">) {
  const t = useT();
  const { number } = formatOf(t);
  const some = PARTS.filter((part) => parts[part].count > 0);
  if (some.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {some.map((part) => (
        <details key={part} className="rounded-md border px-3 py-2">
          <summary className="cursor-pointer">
            {rich(t, "<b>{{part}}</b>: {{n}} would change", {
              b: (inner) => <b className="font-medium">{inner}</b>,
              part: t(PART_WORDS[part]),
              n: number(parts[part].count),
            })}
          </summary>
          <table className="mt-2 w-full">
            <thead>
              <tr className="text-left text-2xs text-faint">
                <th className="py-1 font-medium">{t("What would change")}</th>
                <th className="py-1 text-right font-medium">{t("Tickets")}</th>
              </tr>
            </thead>
            <tbody>
              {parts[part].pairs.map(({ before, after, count }) => (
                <tr key={`${before}>${after}`} className="border-t">
                  <td className="py-1">
                    {t.stored(before)} → {t.stored(after)}
                  </td>
                  <td className="py-1 text-right">{number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <Tickets part={parts[part]} label={t(PART_WORDS[part])} />
        </details>
      ))}
    </div>
  );
}

const HAND_WORDS = says({
  agrees: "people did the same",
  disagrees: "people did otherwise",
  unknown: "unknown",
});

function Tickets({ part, label }: { part: ChangedPart; label: string }) {
  const t = useT();
  const { number } = formatOf(t);
  return (
    <ul
      aria-label={t("Tickets: {{label}}", { label })}
      className="mt-2 max-h-64 overflow-y-auto border-t pt-1"
    >
      {part.tickets.map(({ id, number, before, after, byHand }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a ticket is listed once for each decision
        <li key={`${id}-${index}`} className="py-0.5">
          <Link
            href={`/queue/open/${id}`}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            #{number}
          </Link>{" "}
          {t.stored(before)} → {t.stored(after)}{" "}
          <span className="text-faint">· {t(HAND_WORDS[byHand])}</span>
        </li>
      ))}
      {part.count > part.tickets.length ? (
        <li className="text-faint">
          {t("and {{n}} more", { n: number(part.count - part.tickets.length) })}
        </li>
      ) : null}
    </ul>
  );
}

/** Only what people did by hand counts; where they did nothing, nobody knows. */
function Agreement({ parts }: Pick<RulesResult, "parts">) {
  const t = useT();
  const { number } = formatOf(t);
  const told = PARTS.filter((part) => parts[part].count > 0 && part !== "ai" && part !== "tags");
  if (told.length === 0) return null;
  return (
    <div className="rounded-[10px] border p-3">
      <h3 className="font-semibold">{t("What people did by hand")}</h3>
      <ul>
        {told.map((part) => {
          const { agrees, disagrees, unknown } = parts[part];
          const known = agrees + disagrees;
          return (
            <li key={part} className="text-soft">
              {t(PART_WORDS[part])}:{" "}
              {known === 0
                ? t("nobody touched these by hand, so nobody knows")
                : t("people did the same in {{n}} of {{known}} ({{share}} %)", {
                    n: number(agrees),
                    known: number(known),
                    share: number(share(agrees, known), DECIMALS),
                  })}
              {known > 0 && unknown > 0 ? `; ${t("{{n}} unknown", { n: number(unknown) })}` : ""}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function Matches({ matches }: Pick<RulesResult, "matches">) {
  const t = useT();
  const { number } = formatOf(t);
  const changed = matches.filter(({ before, after }) => before !== after);
  if (changed.length === 0) return null;
  return (
    <table className="w-full">
      <caption className="mb-1 text-left font-medium text-soft">
        {t("How often rules match")}
      </caption>
      <thead>
        <tr className="text-left text-2xs text-faint">
          <th className="py-1 font-medium">{t("Rule")}</th>
          <th className="py-1 text-right font-medium">{t("In force")}</th>
          <th className="py-1 text-right font-medium">{t("Changed")}</th>
        </tr>
      </thead>
      <tbody>
        {changed.map(({ id, name, before, after }) => (
          <tr key={id} className="border-t">
            <td className="py-1">{name}</td>
            <td className="py-1 text-right">{before === null ? "–" : number(before)}</td>
            <td className="py-1 text-right">{after === null ? "–" : number(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

import type { T } from "@/components/i18n/catalogue";
import type { PolicyForecast, PolicyRow, SlaForecast } from "@/lib/sla/model";
import { minutesWords } from "./sla-words";

/** "covers 12 open tickets: 3 late, 1 due within the hour". */
export function coverWords({ covers, late, soon }: PolicyForecast, t: T): string {
  const parts = [
    late > 0 ? t("{{n}} late", { n: late }) : "",
    soon > 0 ? t("{{n}} due within the hour", { n: soon }) : "",
  ];
  const stand = parts.filter(Boolean).join(", ") || t("none late");
  if (covers === 0) return t("covers no open ticket");
  return t("covers {{count}} open tickets: {{stand}}", { count: covers, stand });
}

/** What no policy matches, and where the count ends. */
export function restWords({ without, looked, more }: SlaForecast, t: T): string {
  const rest =
    without === 0
      ? t("Every open ticket has a promise.")
      : t("{{count}} open tickets without a promise.", { count: without });
  return more ? `${rest} ${t("Counted over the {{looked}} that wait longest.", { looked })}` : rest;
}

type Promised = Pick<PolicyRow, "firstMinutes" | "nextMinutes" | "resolutionMinutes">;

/** "first reply in 1 h, next in 2 h, solved in 16 h". */
export function promiseWords(promised: Promised, t: T): string {
  const { firstMinutes, nextMinutes, resolutionMinutes } = promised;
  const time = (minutes: number) => ({ time: minutesWords(minutes, t) });
  const parts = [
    firstMinutes ? t("first reply in {{time}}", time(firstMinutes)) : "",
    nextMinutes ? t("next in {{time}}", time(nextMinutes)) : "",
    resolutionMinutes ? t("solved in {{time}}", time(resolutionMinutes)) : "",
  ];
  return parts.filter(Boolean).join(", ");
}

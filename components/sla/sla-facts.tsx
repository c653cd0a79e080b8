"use client";

import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { saidRule } from "@/components/rules/said-rule";
import { Fact, Facts, PanelSection } from "@/components/ticket/panel-parts";
import { useClock } from "@/components/time/now";
import { exact } from "@/components/time/words";
import { Skeleton } from "@/components/ui/skeleton";
import { type SlaView, TARGET_WORDS } from "@/lib/sla/model";
import { useSla } from "./queries";
import { SlaChip } from "./sla-chip";
import { forecastWords, minutesWords, openWords } from "./sla-words";

/** What is promised for a ticket, when it is due, and why. */
export function SlaFacts({ ticketId }: { ticketId: string }) {
  const t = useT();
  const { data, error, isPending } = useSla(ticketId);
  return (
    <PanelSection title={t("Promises")}>
      {isPending ? <Skeleton className="h-14" /> : null}
      {!data && error ? <p className="text-held">{messageOf(error, t)}</p> : null}
      {data?.clock === null ? <p className="text-soft">{t("Nothing is promised.")}</p> : null}
      {data?.clock ? <Clock clock={data.clock} /> : null}
    </PanelSection>
  );
}

type ClockView = NonNullable<SlaView["clock"]>;

const PAUSED = says({
  customer: "paused while we wait for the customer",
  settled: "stopped: the ticket is over",
});

function Clock({ clock }: { clock: ClockView }) {
  const t = useT();
  const { now, local } = useClock();
  const { paused, targets, calendar, waitedSeconds } = clock;
  const zone = local ? undefined : "UTC";
  const waited = waitedSeconds > 0 ? minutesWords(waitedSeconds / 60, t) : null;
  return (
    <Facts>
      {paused ? <Fact name={t("Clock")}>{t(PAUSED[paused])}</Fact> : null}
      {targets.map((target) => (
        <Target key={target.target} target={target} paused={paused !== null} />
      ))}
      {waited ? (
        <Fact name={t("Waited")}>
          {paused
            ? t("{{time}} of open time", { time: waited })
            : t("{{time}} of open time so far", { time: waited })}
        </Fact>
      ) : null}
      <Fact name={t("Policy")}>
        {clock.policy}{" "}
        <span className="text-faint">
          {t("because {{why}}", { why: saidRule(clock.because, t) })}
        </span>
      </Fact>
      <Fact name={t("Hours")}>
        {calendar ? (
          <>
            {calendar.name}{" "}
            <span className="text-faint" title={calendar.timeZone}>
              {openWords(calendar.now, now, zone, t)}
            </span>
          </>
        ) : (
          t("around the clock")
        )}
      </Fact>
    </Facts>
  );
}

type TargetProps = { target: ClockView["targets"][number]; paused: boolean };

/** One promise: how its time stands, when that is, and of how much. */
function Target({ target, paused }: TargetProps) {
  const t = useT();
  const { now, local } = useClock();
  const zone = local ? undefined : "UTC";
  const due = new Date(target.dueAt);
  const late = due <= now;
  const words = forecastWords(target, now, zone, t);
  return (
    <Fact name={t(TARGET_WORDS[target.target])}>
      {paused ? null : (
        <SlaChip
          dueAt={target.dueAt}
          target={target.target}
          paused={false}
          breachedAt={null}
          short
        />
      )}{" "}
      <time dateTime={target.dueAt} title={exact(due, zone, t)} className="text-soft">
        {paused
          ? t("would be due {{words}}, if they wrote now", { words })
          : late
            ? t("was due {{words}}", { words })
            : words}
      </time>{" "}
      <span className="text-faint">
        {t("(promised: {{time}})", { time: minutesWords(target.minutes, t) })}
      </span>
    </Fact>
  );
}

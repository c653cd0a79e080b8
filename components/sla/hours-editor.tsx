"use client";

import { Plus, Trash2 } from "lucide-react";
import { useT } from "@/components/i18n/context";
import { says } from "@/components/i18n/says";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { OpenHours } from "@/lib/sla/model";

const DAYS = says(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);

type Props = {
  hours: OpenHours[];
  /** What is wrong with them. */
  problem: string | null;
  onChange: (hours: OpenHours[]) => void;
};

/** Opening hours of a week; a day may have several spans, and none when it is closed. */
export function HoursEditor({ hours, problem, onChange }: Props) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium">{t("Opening hours")}</legend>
      {DAYS.map((name, index) => (
        <DayRow
          key={name}
          name={t(name)}
          spans={hours.filter(({ day }) => day === index + 1)}
          onChange={(spans) =>
            onChange([
              ...hours.filter(({ day }) => day !== index + 1),
              ...spans.map(({ from, to }) => ({ day: index + 1, from, to })),
            ])
          }
        />
      ))}
      <p role="status" className="text-held empty:hidden">
        {problem ? t("The hours {{problem}}.", { problem: t.stored(problem) }) : null}
      </p>
    </fieldset>
  );
}

type Span = Pick<OpenHours, "from" | "to">;
type DayProps = { name: string; spans: Span[]; onChange: (spans: Span[]) => void };

function DayRow({ name, spans, onChange }: DayProps) {
  const t = useT();
  const put = (index: number, change: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...change } : span)));
  return (
    <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-t py-1 first:border-t-0">
      <legend className="sr-only">{name}</legend>
      <span aria-hidden className="w-20 text-soft">
        {name}
      </span>
      {spans.length === 0 ? <span className="text-faint">{t("closed")}</span> : null}
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a span has no name of its own
        <span key={index} className="inline-flex items-center gap-1.5">
          <TimeInput label={t("From")} value={span.from} onTime={(from) => put(index, { from })} />
          {t("to", { context: "time" })}
          {/* A time field knows no 24:00: there midnight is the end of the day. */}
          <TimeInput
            label={t("To")}
            value={span.to === "24:00" ? "00:00" : span.to}
            onTime={(to) => put(index, { to: to === "00:00" ? "24:00" : to })}
          />
          <Button
            kind="quiet"
            size="icon"
            aria-label={t("Remove {{name}} {{from}} to {{to}}", {
              name,
              from: span.from,
              to: span.to,
            })}
            onClick={() => onChange(spans.toSpliced(index, 1))}
          >
            <Trash2 size={14} aria-hidden />
          </Button>
        </span>
      ))}
      <Button
        kind="quiet"
        size="icon"
        aria-label={t("Add hours on {{name}}", { name })}
        onClick={() => onChange([...spans, nextSpan(spans)])}
      >
        <Plus size={14} aria-hidden />
      </Button>
    </fieldset>
  );
}

/** Office hours first, then what is left of the day. */
function nextSpan(spans: readonly Span[]): Span {
  const last = spans.reduce((end, { to }) => (to > end ? to : end), "");
  if (last === "") return { from: "09:00", to: "17:00" };
  return { from: last >= "23:00" ? "23:00" : last, to: "24:00" };
}

type TimeProps = { label: string; value: string; onTime: (time: string) => void };

const TimeInput = ({ label, value, onTime }: TimeProps) => (
  <Input
    type="time"
    aria-label={label}
    value={value}
    onChange={({ target }) => target.value && onTime(target.value.slice(0, 5))}
    className="w-auto"
  />
);

"use client";

import { Trash2 } from "lucide-react";
import { useId, useState } from "react";
import type { T } from "@/components/i18n/catalogue";
import { useT } from "@/components/i18n/context";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import type { Holiday } from "@/lib/sla/model";
import { mergeHolidays, readHolidays } from "./holidays";

type Props = { days: Holiday[]; onChange: (days: Holiday[]) => void };

/** Days that are closed: one by one, or a list from elsewhere. */
export function HolidaysEditor({ days, onChange }: Props) {
  const t = useT();
  const [pasting, setPasting] = useState(false);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 font-medium">{t("Holidays")}</legend>
      {days.length === 0 ? (
        <p className="text-faint">{t("None: open on every day of the week above.")}</p>
      ) : null}
      <ul aria-label={t("Holidays")} className="max-h-56 overflow-y-auto">
        {days.map((day) => (
          <li key={day.date} className="flex items-center gap-2 border-t py-0.5 first:border-t-0">
            <time dateTime={day.date}>{day.date}</time>
            <span className="min-w-0 flex-1 truncate text-soft">{day.name}</span>
            <Button
              kind="quiet"
              size="icon"
              aria-label={t("Remove {{name}}", { name: `${day.date} ${day.name}`.trim() })}
              onClick={() => onChange(days.filter((one) => one.date !== day.date))}
            >
              <Trash2 size={14} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <AddHoliday onAdd={(day) => onChange(mergeHolidays(days, [day]))} />
        <Button kind="quiet" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {t("Paste a list")}
        </Button>
      </div>
      {pasting ? (
        <PasteList
          onAdd={(more) => {
            onChange(mergeHolidays(days, more));
            setPasting(false);
          }}
        />
      ) : null}
    </fieldset>
  );
}

function AddHoliday({ onAdd }: { onAdd: (day: Holiday) => void }) {
  const t = useT();
  const [date, setDate] = useState("");
  const [name, setName] = useState("");
  function add() {
    onAdd({ date, name: name.trim() });
    setDate("");
    setName("");
  }
  return (
    <>
      <Input
        type="date"
        aria-label={t("Day")}
        value={date}
        onChange={({ target }) => setDate(target.value)}
        className="w-auto"
      />
      <Input
        aria-label={t("Name of the day")}
        value={name}
        maxLength={100}
        onChange={({ target }) => setName(target.value)}
        className="w-44"
      />
      <Button disabled={!date} onClick={add}>
        {t("Add holiday")}
      </Button>
    </>
  );
}

/** One day a line; what can't be read is told before anything is added. */
function PasteList({ onAdd }: { onAdd: (days: Holiday[]) => void }) {
  const t = useT();
  const [text, setText] = useState("");
  const id = useId();
  const { days, bad } = readHolidays(text);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-medium">
        {t("One day a line")}
      </label>
      <Textarea
        id={id}
        value={text}
        rows={4}
        placeholder={t("2026-12-25 Christmas Day\n26.12.2026 Second day of Christmas")}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => setText(target.value)}
      />
      <p id={`${id}-note`} className={bad.length > 0 ? "text-held" : "text-faint"}>
        {bad.length > 0
          ? badWords(bad, t)
          : t("Written 2026-12-25, 25.12.2026 or 12/25/2026, then the name.")}
      </p>
      <Button className="self-start" disabled={days.length === 0} onClick={() => onAdd(days)}>
        {t("Add {{count}} days", { count: days.length })}
      </Button>
    </div>
  );
}

/** The first lines that are no day. */
function badWords(bad: readonly string[], t: T): string {
  const lines = bad.slice(0, 3).join(" · ");
  return bad.length > 3
    ? t("No day: {{lines}} and {{n}} more", { lines, n: bad.length - 3 })
    : t("No day: {{lines}}", { lines });
}

"use client";

import { type FormEvent, useId, useState } from "react";
import { useT } from "@/components/i18n/context";
import { faultsOf } from "@/components/settings/faults";
import { FormDialog } from "@/components/settings/form-dialog";
import { useClock } from "@/components/time/now";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import {
  Calendar,
  CalendarInput,
  type CalendarRow,
  hoursProblem,
  isTimeZone,
  type OpenHours,
} from "@/lib/sla/model";
import { HolidaysEditor } from "./holidays-editor";
import { HoursEditor } from "./hours-editor";
import { useSaveCalendar, useTryCalendar } from "./queries";
import { openWords } from "./sla-words";

/** What most desks begin with. */
const OFFICE: OpenHours[] = [1, 2, 3, 4, 5].map((day) => ({ day, from: "09:00", to: "17:00" }));

type Props = {
  /** Null: a new one. */
  calendar: CalendarRow | null;
  onClose: () => void;
};

/** When the desk is open: hours of the week, holidays, and where the clock hangs. */
export function CalendarDialog({ calendar, onClose }: Props) {
  const t = useT();
  const [name, setName] = useState(calendar?.name ?? "");
  const [timeZone, setTimeZone] = useState(
    calendar?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );
  const [hours, setHours] = useState<OpenHours[]>(calendar?.hours ?? OFFICE);
  const [holidays, setHolidays] = useState(calendar?.holidays ?? []);
  const draft = { name, timeZone, hours, holidays };
  const parsed = CalendarInput.safeParse({
    ...draft,
    ...(calendar && { calendarId: calendar.id }),
  }).data;
  const save = useSaveCalendar(calendar && inputOf(calendar));
  const { fields, rest } = faultsOf(save.error, t);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (parsed) save.mutate(parsed, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={calendar ? t("Change {{name}}", { name: calendar.name }) : t("New calendar")}
      wide
      onClose={onClose}
      onSubmit={submit}
      rest={rest}
      busy={save.isPending}
      disabled={!parsed}
    >
      <Field
        label={t("Name")}
        error={fields.name ?? (name.trim() ? undefined : t("Give it a name."))}
      >
        {(wiring) => (
          <Input
            {...wiring}
            value={name}
            maxLength={80}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <ZoneField zone={timeZone} onZone={setTimeZone} />
      <HoursEditor hours={hours} problem={hoursProblem(hours)} onChange={setHours} />
      <HolidaysEditor days={holidays} onChange={setHolidays} />
      <OpenNow calendar={Calendar.safeParse(draft).data ?? null} />
    </FormDialog>
  );
}

type ZoneProps = { zone: string; onZone: (zone: string) => void };

/** All zones that the browser knows, found by typing a part of the name. */
function ZoneField({ zone, onZone }: ZoneProps) {
  const t = useT();
  const list = useId();
  const wrong = isTimeZone(zone) ? undefined : t("Written like Europe/Berlin.");
  return (
    <Field
      label={t("Time zone")}
      hint={t("Where the clock hangs; summer time is kept.")}
      error={wrong}
    >
      {(wiring) => (
        <>
          <Input
            {...wiring}
            value={zone}
            list={list}
            autoComplete="off"
            onChange={({ target }) => onZone(target.value)}
            className="max-w-64"
          />
          <datalist id={list}>
            {Intl.supportedValuesOf("timeZone").map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

/** Whether it would be open now, while it is changed. */
function OpenNow({ calendar }: { calendar: Calendar | null }) {
  const t = useT();
  const { now } = useClock();
  const { data } = useTryCalendar(calendar);
  return (
    <p role="status" className="min-h-5 text-soft">
      {calendar && data
        ? t("Now: {{state}} (your time).", { state: openWords(data, now, undefined, t) })
        : null}
    </p>
  );
}

/** A calendar as it is saved. */
function inputOf({ id, now, policies, ...content }: CalendarRow): CalendarInput {
  return { calendarId: id, ...content };
}

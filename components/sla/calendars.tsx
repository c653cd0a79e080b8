"use client";

import { useState } from "react";
import { messageOf } from "@/components/desk/request";
import { useT } from "@/components/i18n/context";
import { Panel } from "@/components/settings/panel";
import { useClock } from "@/components/time/now";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { CalendarRow } from "@/lib/sla/model";
import { CalendarDialog } from "./calendar-dialog";
import { useRemoveCalendar } from "./queries";
import { openWords } from "./sla-words";
import { weekWords } from "./week-words";

/** The hours that policies count by. */
export function Calendars({ calendars }: { calendars: readonly CalendarRow[] }) {
  const t = useT();
  const [edited, setEdited] = useState<CalendarRow | "new" | null>(null);
  return (
    <Panel
      title={t("Calendars")}
      says={t(
        "Hours and holidays, on the clock of a place. A policy without one counts around the clock.",
      )}
      action={<Button onClick={() => setEdited("new")}>{t("New calendar")}</Button>}
    >
      {calendars.length === 0 ? (
        <p className="text-soft">{t("There is no calendar yet.")}</p>
      ) : null}
      <ul aria-label={t("Calendars")}>
        {calendars.map((calendar) => (
          <CalendarLine
            key={calendar.id}
            calendar={calendar}
            onChange={() => setEdited(calendar)}
          />
        ))}
      </ul>
      {edited ? (
        <CalendarDialog
          calendar={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
        />
      ) : null}
    </Panel>
  );
}

type LineProps = { calendar: CalendarRow; onChange: () => void };

function CalendarLine({ calendar, onChange }: LineProps) {
  const t = useT();
  const { now, local } = useClock();
  const remove = useRemoveCalendar();
  const { id, name, timeZone, hours, holidays, policies } = calendar;
  const days = t("{{count}} holidays", { count: holidays.length });
  const state = openWords(calendar.now, now, local ? undefined : "UTC", t);
  return (
    <li
      aria-label={name}
      className="flex flex-wrap items-start gap-x-3 gap-y-1 border-t py-2 first:border-t-0"
    >
      <div className="min-w-48 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-soft">
          {weekWords(hours, t)} ({timeZone.replaceAll("_", " ")}), {days}
        </p>
        <p className="text-faint">
          {policies.length > 0
            ? t("Now: {{state}}; used by {{policies}}", { state, policies: policies.join(", ") })
            : t("Now: {{state}}; used by no policy", { state })}
        </p>
      </div>
      <div className="flex gap-1">
        <Button aria-label={t("Change {{name}}", { name })} onClick={onChange}>
          {t("Change")}
        </Button>
        <Button
          aria-label={t("Remove {{name}}", { name })}
          busy={remove.isPending}
          onClick={() =>
            remove.mutate(
              { calendarId: id },
              { onError: (error: Error) => toast.error(messageOf(error, t)) },
            )
          }
        >
          {t("Remove")}
        </Button>
      </div>
    </li>
  );
}

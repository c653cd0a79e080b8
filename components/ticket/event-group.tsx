"use client";

import { Time } from "@/components/time/time";
import type { EventView } from "@/lib/inbox/model";

/** What happened between two messages, in plain words; with every reason when `full`. */
export function EventGroup({ events, full }: { events: EventView[]; full: boolean }) {
  return (
    <ul className="flex flex-col gap-1 pl-9.5 text-faint text-xs max-sm:pl-0">
      {events.map((event) => (
        <li key={event.id}>
          <span className="wrap-anywhere">
            {event.actor === "Deskhand" ? "" : `${event.actor}: `}
            {event.text}
          </span>
          {" · "}
          <Time at={event.createdAt} className="whitespace-nowrap" />
          {full && event.details.length > 0 ? (
            <ul className="mt-0.5 flex list-disc flex-col gap-0.5 pl-4">
              {event.details.map((detail) => (
                <li key={detail} className="wrap-anywhere">
                  {detail}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

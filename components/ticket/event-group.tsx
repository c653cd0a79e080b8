"use client";

import { RoutingDetails } from "@/components/record/routing-details";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import type { EventView } from "@/lib/inbox/model";

type Props = { ticketId: string; events: EventView[]; full: boolean };

/** What happened between two messages, in plain words; with every reason when `full`. */
export function EventGroup({ ticketId, events, full }: Props) {
  return (
    <ul className="flex flex-col gap-1 pl-9.5 text-faint text-xs max-sm:pl-0">
      {events.map((event) => (
        <li key={event.id}>
          <span className="wrap-anywhere">
            {event.actor === "Deskhand" ? "" : `${event.actor}: `}
            {event.text}
            {event.until ? (
              <>
                {" "}
                <When at={event.until} />
              </>
            ) : null}
          </span>
          {" · "}
          <Time at={event.createdAt} className="whitespace-nowrap" />
          {full ? <Why ticketId={ticketId} event={event} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** The decision of routing in full where one is kept; else what the event itself says. */
function Why({ ticketId, event }: { ticketId: string; event: EventView }) {
  const told =
    event.details.length > 0 ? (
      <ul className="mt-0.5 flex list-disc flex-col gap-0.5 pl-4">
        {event.details.map((detail) => (
          <li key={detail} className="wrap-anywhere">
            {detail}
          </li>
        ))}
      </ul>
    ) : null;
  if (!event.routingId) return told;
  return <RoutingDetails ticketId={ticketId} routingId={event.routingId} otherwise={told} />;
}

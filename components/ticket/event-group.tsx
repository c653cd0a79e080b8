"use client";

import Link from "next/link";
import { useT } from "@/components/i18n/context";
import { RoutingDetails } from "@/components/record/routing-details";
import { saidTrace } from "@/components/rules/said-rule";
import { Time } from "@/components/time/time";
import { When } from "@/components/time/when";
import type { EventView } from "@/lib/inbox/model";
import { LinkedNumbers } from "./linked-numbers";

/** Events whose words name other tickets by their numbers. */
const NUMBERED = new Set(["correction.learned", "ticket.taken_up"]);

type Props = { ticketId: string; events: EventView[]; full: boolean };

/** What happened between two messages, in plain words; with every reason when `full`. */
export function EventGroup({ ticketId, events, full }: Props) {
  const t = useT();
  return (
    <ul className="flex flex-col gap-1 pl-9.5 text-faint text-xs max-sm:pl-0">
      {events.map((event) => (
        <li key={event.id}>
          <span className="wrap-anywhere">
            {event.actor === "Deskhand" ? "" : `${t.stored(event.actor)}: `}
            <EventText ticketId={ticketId} event={event} />
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

/** What it says; other tickets, and questions of its kind, are a click away. */
function EventText({ ticketId, event }: { ticketId: string; event: EventView }) {
  const t = useT();
  const text = t.stored(event.text);
  if (event.type === "question.grouped") {
    return (
      <Link href={`/learning/unknown/${ticketId}`} prefetch={false}>
        {text}
      </Link>
    );
  }
  return NUMBERED.has(event.type) ? <LinkedNumbers text={text} /> : text;
}

/** The decision of routing in full where one is kept; else what the event itself says. */
function Why({ ticketId, event }: { ticketId: string; event: EventView }) {
  const t = useT();
  const told =
    event.details.length > 0 ? (
      <ul className="mt-0.5 flex list-disc flex-col gap-0.5 pl-4">
        {event.details
          .map((line) => saidTrace(line, t))
          .map((detail) => (
            <li key={detail} className="wrap-anywhere">
              {NUMBERED.has(event.type) ? <LinkedNumbers text={detail} /> : detail}
            </li>
          ))}
      </ul>
    ) : null;
  if (!event.routingId) return told;
  return <RoutingDetails ticketId={ticketId} routingId={event.routingId} otherwise={told} />;
}
